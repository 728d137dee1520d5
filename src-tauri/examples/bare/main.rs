//! A page of Tauri with nothing on it but a heading: what the start of Qonys is measured beside.

fn main() -> Result<(), tauri::Error> {
    tauri::Builder::default().run(tauri::generate_context!(
        "src-tauri/examples/bare/tauri.conf.json"
    ))
}
