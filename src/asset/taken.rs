//! A picture that somebody hands over, before it is kept.

use super::decode;
use image::ImageFormat;

/// The ending of the file name of a picture in `bytes`, which all of it can be read.
///
/// # Errors
/// Why it is not taken, in words.
pub fn ending_of_picture(bytes: &[u8]) -> Result<&'static str, String> {
    let ending = match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => "jpg",
        Ok(ImageFormat::Png) => "png",
        Ok(ImageFormat::WebP) => "webp",
        Ok(ImageFormat::Gif) => "gif",
        Ok(_) | Err(_) => {
            return Err("this is no picture that is known; save it as JPEG, PNG or WebP".to_owned());
        }
    };
    let seen = decode::size(bytes).and_then(|_| decode::pixels(bytes));
    seen.map(|_| ending).map_err(|flaw| format!("{}; {}", flaw.why, flaw.help))
}
