//! What an attachment is, told by its content and never by its name.

use serde::{Deserialize, Serialize};

/// The kinds of files that can be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttachmentKind {
    /// A document (PDF).
    Pdf,
    /// A photo (JPEG).
    Jpeg,
    /// A picture (PNG).
    Png,
    /// A picture (WebP).
    Webp,
}

impl AttachmentKind {
    /// The kind that the first bytes of a file say, or nothing for any other kind.
    #[must_use]
    pub fn of(start: &[u8]) -> Option<Self> {
        let riff = start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP");
        if start.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if start.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if start.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if riff {
            Some(Self::Webp)
        } else {
            None
        }
    }

    /// The media type, for whoever shows it.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The usual ending of a file's name, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides() {
        let of = AttachmentKind::of;
        assert_eq!(of(b"%PDF-1.7\n"), Some(AttachmentKind::Pdf));
        assert_eq!(of(b"\xff\xd8\xff\xe0JFIF"), Some(AttachmentKind::Jpeg));
        assert_eq!(of(b"\x89PNG\r\n\x1a\n...."), Some(AttachmentKind::Png));
        assert_eq!(of(b"RIFF\x10\0\0\0WEBPVP8 "), Some(AttachmentKind::Webp));
        for other in [
            &b""[..],
            b"%PDF",
            b"\xff\xd8",
            b"\x89PNG\n\x1a\n",
            b"RIFF\x10\0\0\0WAVE",
            b"RIFF",
            b"<svg xmlns=",
            b"MZ\x90\0",
            b"PK\x03\x04",
            b"\0\0\0\x18ftypheic",
        ] {
            assert_eq!(of(other), None, "{other:?}");
        }
    }
}
