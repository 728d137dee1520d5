//! How large the window is, and how large what stands in it.

/// A window as somebody has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// As it opens on a laptop.
    Usual,
    /// Everything twice as large, letters and layout alike, on a screen of 1,280 × 1,024 px.
    Zoomed,
    /// As narrow as WCAG 1.4.10 asks for.
    Narrow,
}

impl View {
    /// Width and height of the window, in the pixels that the page counts in.
    pub(crate) fn size(self) -> (u64, u64) {
        match self {
            Self::Usual => (1180, 820),
            Self::Zoomed => (640, 512),
            Self::Narrow => (320, 820),
        }
    }

    /// How many pixels of the screen stand for one of the page.
    pub(crate) fn scale(self) -> u64 {
        match self {
            Self::Usual | Self::Narrow => 1,
            Self::Zoomed => 2,
        }
    }
}
