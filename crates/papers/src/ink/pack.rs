//! Packing of streams.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, Stream};

/// What a packed stream has to say of itself; whoever saves less is left as it is.
const FILTER: usize = 19;

/// Packs streams one after another in the same memory: to lay it out costs as much as to pack a small stream.
pub(crate) struct Packer {
    deflate: Compress,
}

impl Packer {
    pub(crate) fn new() -> Self {
        Self {
            // The best level makes a paper a three-hundredth smaller and takes half as long again.
            deflate: Compress::new(Compression::default(), true),
        }
    }

    /// Packs every stream of a document that may be packed and is not yet.
    pub(super) fn pack_all(&mut self, document: &mut Document) {
        for object in document.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
            {
                self.pack(stream);
            }
        }
    }

    /// A stream that cannot be packed, or does not get shorter, stays as it is, which is right as well.
    pub(crate) fn pack(&mut self, stream: &mut Stream) {
        if stream.dict.has(b"Filter") || stream.content.len() <= FILTER {
            return;
        }
        if let Some(packed) = self.deflated(&stream.content)
            && packed.len() + FILTER < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }

    fn deflated(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.deflate.reset();
        let mut packed = Vec::with_capacity(content.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.deflate.total_in()).ok()?;
            let rest = content.get(read..)?;
            let status = self
                .deflate
                .compress_vec(rest, &mut packed, FlushCompress::Finish)
                .ok()?;
            match status {
                Status::StreamEnd => return Some(packed),
                Status::Ok | Status::BufError => packed.reserve(packed.capacity().max(64)),
            }
        }
    }
}
