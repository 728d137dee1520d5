//! A scan or a photo of a blank: one page a picture, without what its file says besides.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, imageops};

use super::error::{Amount, BlankError};
use super::geometry::Turn;
use super::limits::{self, within};
use crate::error::PhotoFlaw;
use crate::length::{Area, Length};
use crate::photo::Jpeg;

/// A picture of a page.
pub(super) struct Picture {
    pub(super) ink: PictureInk,
    /// Points across and down, as stored.
    pub(super) pixels: (u32, u32),
    /// How it is to be turned to stand upright.
    pub(super) turn: Turn,
    /// Width and height of the page, upright.
    pub(super) shown: (Length, Length),
    /// The file does not say how large the paper is: A4 is taken.
    pub(super) assumed: bool,
}

/// How the points are stored.
pub(super) enum PictureInk {
    /// A JPEG, untouched but for its notes.
    Jpeg { bytes: Vec<u8>, grey: bool },
    /// Eight bits a point, grey or red-green-blue.
    Plain { bytes: Vec<u8>, grey: bool },
}

const A4: (Length, Length) = (Length::millimetres(210), Length::millimetres(297));
/// Papers that an office prints on are between these in both directions.
const PAPER: std::ops::RangeInclusive<i64> = 90_000..=450_000;

impl Picture {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, BlankError> {
        if bytes.starts_with(b"\x89PNG") {
            png(bytes)
        } else {
            jpeg(bytes)
        }
    }

    fn new(ink: PictureInk, pixels: (u32, u32), turn: Turn, density: Option<(u32, u32)>) -> Self {
        let (across, down) = match turn {
            Turn::None | Turn::Over => pixels,
            Turn::Right | Turn::Left => (pixels.1, pixels.0),
        };
        let (across, down) = (i64::from(across), i64::from(down));
        // Points a metre.
        let said = density
            .map(|(x, y)| match turn {
                Turn::None | Turn::Over => (x, y),
                Turn::Right | Turn::Left => (y, x),
            })
            .filter(|(x, y)| *x > 0 && *y > 0)
            .map(|(x, y)| {
                (
                    across * 1_000_000 / i64::from(x),
                    down * 1_000_000 / i64::from(y),
                )
            })
            .filter(|(width, height)| PAPER.contains(width) && PAPER.contains(height));
        let (shown, assumed) = match said {
            Some((width, height)) => (
                (Length::micrometres(width), Length::micrometres(height)),
                false,
            ),
            None if across > down => ((A4.1, A4.0), true),
            None => (A4, true),
        };
        Self {
            ink,
            pixels,
            turn,
            shown,
            assumed,
        }
    }
}

/// The points of a picture as the page is read, each with the darkness of its first colour: 0 is black.
pub(super) struct Points {
    bytes: Vec<u8>,
    /// Bytes a point.
    step: usize,
    /// Points across and down, upright.
    pub(super) size: (usize, usize),
}

impl Points {
    /// None beyond the picture.
    pub(super) fn at(&self, x: usize, y: usize) -> Option<u8> {
        self.bytes.get((y * self.size.0 + x) * self.step).copied()
    }
}

impl Picture {
    /// Its points, upright. A JPEG is unpacked for it, within the bounds that every picture has.
    ///
    /// # Errors
    /// When a JPEG is damaged.
    pub(super) fn points(&self) -> Result<Points, BlankError> {
        match &self.ink {
            PictureInk::Plain { bytes, grey } => Ok(Points {
                bytes: bytes.clone(),
                step: if *grey { 1 } else { 3 },
                size: (self.pixels.0 as usize, self.pixels.1 as usize),
            }),
            PictureInk::Jpeg { bytes, .. } => {
                let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
                let grey = DynamicImage::from_decoder(decoder)
                    .map_err(damaged)?
                    .into_luma8();
                let upright = match self.turn {
                    Turn::None => grey,
                    Turn::Right => imageops::rotate90(&grey),
                    Turn::Over => imageops::rotate180(&grey),
                    Turn::Left => imageops::rotate270(&grey),
                };
                Ok(Points {
                    size: (upright.width() as usize, upright.height() as usize),
                    step: 1,
                    bytes: upright.into_raw(),
                })
            }
        }
    }

    /// Where the picture lies on its page: undistorted, as large as the page allows.
    pub(super) fn area(&self) -> Area {
        let (page_width, page_height) = self.shown;
        let whole = Area {
            x: Length::ZERO,
            y: Length::ZERO,
            width: page_width,
            height: page_height,
        };
        if !self.assumed {
            return whole;
        }
        let (across, down) = match self.turn {
            Turn::None | Turn::Over => self.pixels,
            Turn::Right | Turn::Left => (self.pixels.1, self.pixels.0),
        };
        let (across, down) = (i64::from(across.max(1)), i64::from(down.max(1)));
        let by_width = page_width * down / across;
        if by_width <= page_height {
            Area {
                y: (page_height - by_width) / 2,
                height: by_width,
                ..whole
            }
        } else {
            let by_height = page_height * across / down;
            Area {
                x: (page_width - by_height) / 2,
                width: by_height,
                ..whole
            }
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn damaged(message: impl ToString) -> BlankError {
    BlankError::Damaged(message.to_string())
}

fn jpeg(bytes: &[u8]) -> Result<Picture, BlankError> {
    let header = Jpeg::read(bytes.to_vec()).map_err(|flaw| {
        if flaw == PhotoFlaw::Colours {
            BlankError::Colours
        } else {
            damaged(format!("{flaw:?}"))
        }
    })?;
    let pixels = (u32::from(header.width()), u32::from(header.height()));
    count_pixels(pixels)?;
    let (bytes, notes) = without_notes(bytes)?;
    Ok(Picture::new(
        PictureInk::Jpeg {
            bytes,
            grey: header.is_grey(),
        },
        pixels,
        notes.turn,
        notes.density,
    ))
}

fn count_pixels((across, down): (u32, u32)) -> Result<(), BlankError> {
    let all = usize::try_from(u64::from(across) * u64::from(down)).unwrap_or(usize::MAX);
    within(Amount::Pixels, all, limits::PIXELS)
}

/// What a JPEG says besides its picture and what matters for a page of paper.
struct Notes {
    turn: Turn,
    /// Points a metre.
    density: Option<(u32, u32)>,
}

/// The JPEG without its notes: they may say where and when a photo was taken.
fn without_notes(bytes: &[u8]) -> Result<(Vec<u8>, Notes), BlankError> {
    let mut notes = Notes {
        turn: Turn::None,
        density: None,
    };
    let mut kept = vec![0xFF, 0xD8];
    let mut at = 2;
    loop {
        let marker = match bytes.get(at..at + 2) {
            Some([0xFF, 0xFF]) => {
                at += 1;
                continue;
            }
            Some([0xFF, marker]) => *marker,
            Some(_) | None => return Err(damaged("no picture in the JPEG")),
        };
        let length = bytes
            .get(at + 2..at + 4)
            .map(|two| usize::from(u16::from_be_bytes([two[0], two[1]])))
            .filter(|length| *length >= 2)
            .ok_or_else(|| damaged("a JPEG cut short"))?;
        let segment = bytes
            .get(at..at + 2 + length)
            .ok_or_else(|| damaged("a JPEG cut short"))?;
        match marker {
            // The picture itself, to the end of the file.
            0xDA => {
                kept.extend(&bytes[at..]);
                return Ok((kept, notes));
            }
            0xE0 => {
                notes.density = jfif_density(&segment[4..]).or(notes.density);
                kept.extend(segment);
            }
            0xE1 => notes.turn = exif_turn(&segment[4..]).unwrap_or(notes.turn),
            // How the colours are stored.
            0xEE => kept.extend(segment),
            0xE2..=0xED | 0xEF | 0xFE => {}
            _ => kept.extend(segment),
        }
        at += 2 + length;
    }
}

fn jfif_density(data: &[u8]) -> Option<(u32, u32)> {
    let [unit, x1, x0, y1, y0] = *data
        .strip_prefix(b"JFIF\0")?
        .get(2..7)?
        .first_chunk::<5>()?;
    let (x, y) = (
        u32::from(u16::from_be_bytes([x1, x0])),
        u32::from(u16::from_be_bytes([y1, y0])),
    );
    match unit {
        // An inch is 25.4 mm.
        1 => Some((x * 10_000 / 254, y * 10_000 / 254)),
        2 => Some((x * 100, y * 100)),
        _ => None,
    }
}

/// The turn that stands a camera's picture upright. Mirrored pictures of papers do not occur.
fn exif_turn(data: &[u8]) -> Option<Turn> {
    let tiff = data.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let short = |at: usize| -> Option<u16> {
        let two = tiff.get(at..at + 2)?.first_chunk::<2>()?;
        Some(if little {
            u16::from_le_bytes(*two)
        } else {
            u16::from_be_bytes(*two)
        })
    };
    let long = |at: usize| -> Option<usize> {
        let four = tiff.get(at..at + 4)?.first_chunk::<4>()?;
        usize::try_from(if little {
            u32::from_le_bytes(*four)
        } else {
            u32::from_be_bytes(*four)
        })
        .ok()
    };
    let first = long(4)?;
    let entries = usize::from(short(first)?);
    for entry in 0..entries.min(200) {
        let at = first.checked_add(2 + entry * 12)?;
        if short(at)? == 0x0112 {
            return match short(at + 8)? {
                3 | 4 => Some(Turn::Over),
                5 | 6 => Some(Turn::Right),
                7 | 8 => Some(Turn::Left),
                _ => Some(Turn::None),
            };
        }
    }
    None
}

fn png(bytes: &[u8]) -> Result<Picture, BlankError> {
    let limits = png::Limits {
        bytes: limits::UNPACKED * 3,
    };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (across, down) = (reader.info().width, reader.info().height);
    count_pixels((across, down))?;
    let density = reader
        .info()
        .pixel_dims
        .filter(|dims| dims.unit == png::Unit::Meter)
        .map(|dims| (dims.xppu, dims.yppu));
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| damaged("a PNG without a size"))?;
    within(Amount::Unpacked, size, limits::PIXELS * 4)?;
    let mut points = vec![0; size];
    let frame = reader.next_frame(&mut points).map_err(damaged)?;
    points.truncate(frame.buffer_size());
    let (bytes, grey) = match frame.color_type {
        png::ColorType::Grayscale => (points, true),
        png::ColorType::Rgb => (points, false),
        png::ColorType::GrayscaleAlpha => (on_white::<1>(&points), true),
        png::ColorType::Rgba => (on_white::<3>(&points), false),
        png::ColorType::Indexed => return Err(damaged("a PNG with its palette left")),
    };
    Ok(Picture::new(
        PictureInk::Plain { bytes, grey },
        (across, down),
        Turn::None,
        density,
    ))
}

/// Points with transparency, laid on white paper.
fn on_white<const COLOURS: usize>(points: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(points.len());
    for point in points.chunks_exact(COLOURS + 1) {
        let alpha = u16::from(point[COLOURS]);
        out.extend(point[..COLOURS].iter().map(|colour| {
            let mixed = (u16::from(*colour) * alpha + 255 * (255 - alpha) + 127) / 255;
            u8::try_from(mixed).unwrap_or(255)
        }));
    }
    out
}
