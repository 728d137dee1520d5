//! A small ICC profile: the primaries and white of sRGB with a plain gamma of 2.2. PDF/A asks
//! every document to say what its colours mean.

/// The profile's bytes, version 2.1, display class.
pub(super) fn rgb() -> Vec<u8> {
    // Fixed-point numbers (s15Fixed16) adapted to the D50 white of the profile space.
    let colour = |x: i32, y: i32, z: i32| {
        let mut tag = b"XYZ \0\0\0\0".to_vec();
        for number in [x, y, z] {
            tag.extend(number.to_be_bytes());
        }
        tag
    };
    let mut curve = b"curv\0\0\0\0\0\0\0\x01".to_vec();
    // 2.2 as u8Fixed8, and two bytes to the next multiple of four.
    curve.extend([0x02, 0x33, 0, 0]);
    let mut rights = b"text\0\0\0\0".to_vec();
    rights.extend(b"No rights reserved\0\0");
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description()),
        (b"cprt", rights),
        (b"wtpt", colour(0xF6D6, 0x10000, 0xD32D)),
        (b"rXYZ", colour(0x6FA2, 0x38F5, 0x390)),
        (b"gXYZ", colour(0x6299, 0xB785, 0x18DA)),
        (b"bXYZ", colour(0x24A0, 0xF84, 0xB6CF)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let table_length = 4 + 12 * tags.len();
    let mut table = number(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    for (name, tag) in &tags {
        table.extend(*name);
        table.extend(number(128 + table_length + data.len()));
        table.extend(number(tag.len()));
        data.extend(tag);
    }
    let mut profile = Vec::with_capacity(128 + table.len() + data.len());
    profile.extend(number(128 + table.len() + data.len()));
    profile.extend([0; 4]);
    profile.extend([0x02, 0x10, 0, 0]);
    profile.extend(b"mntrRGB XYZ ");
    // Made on 2026-01-01, midnight.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        profile.extend(part.to_be_bytes());
    }
    profile.extend(b"acsp");
    profile.extend([0; 28]);
    for illuminant in [0xF6D6_i32, 0x10000, 0xD32D] {
        profile.extend(illuminant.to_be_bytes());
    }
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(data);
    profile
}

/// The name in the three ways that version 2 wants it: ASCII, Unicode, Macintosh.
fn description() -> Vec<u8> {
    const NAME: &[u8] = b"RGB, sRGB primaries, gamma 2.2\0";
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(number(NAME.len()));
    tag.extend(NAME);
    tag.extend([0; 4 + 4 + 2 + 1 + 67]);
    tag.resize(tag.len().next_multiple_of(4), 0);
    tag
}

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}
