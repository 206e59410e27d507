//! Colours of CSS, as far as a site may write them.

use crate::base::word_list::is_among;

/// Functions that give a colour.
const FUNCTIONS: [&str; 12] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color",
    "color-mix",
    "light-dark",
];

/// The names of colours (CSS Color 4), without spaces between.
const NAMES: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet \
    brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan \
    darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred \
    darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue \
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green \
    greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon \
    lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon \
    lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta \
    maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen \
    mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab \
    orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum \
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna \
    silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet \
    wheat white whitesmoke yellow yellowgreen transparent currentcolor";

/// Whether a text is a colour. It goes into a stylesheet, so nothing in it may end the declaration.
pub(super) fn is_color(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    if text.is_empty()
        || text.len() > 120
        || !text.chars().all(|c| c.is_ascii_alphanumeric() || "#().,%/+ -".contains(c))
    {
        return false;
    }
    if let Some(digits) = text.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8)
            && digits.chars().all(|c| c.is_ascii_hexdigit());
    }
    match text.split_once('(') {
        None => is_among(NAMES, &text),
        Some((name, rest)) => {
            let Some(inner) = rest.strip_suffix(')') else { return false };
            FUNCTIONS.contains(&name) && is_balanced(inner) && has_parts(name, inner)
        }
    }
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// Whether a function is given what it needs, as far as can be told without reckoning.
fn has_parts(name: &str, inner: &str) -> bool {
    if matches!(name, "color-mix" | "light-dark") {
        return inner.contains(',');
    }
    let parts: Vec<&str> = inner.split([' ', ',', '/']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &str| {
        let end =
            part.find(|c: char| !(c.is_ascii_digit() || "+-.".contains(c))).unwrap_or(part.len());
        part == "none"
            || (part[..end].parse::<f64>().is_ok()
                && ["", "%", "deg", "rad", "grad", "turn"].contains(&&part[end..]))
    };
    let numbers = if name == "color" { parts.get(1..).unwrap_or_default() } else { &parts[..] };
    // A colour from another one, and reckoning, are left to the browser.
    let is_reckoned = parts.first() == Some(&"from") || inner.contains('(');
    is_reckoned || (matches!(numbers.len(), 3 | 4) && numbers.iter().all(|part| is_number(part)))
}

#[cfg(test)]
mod tests {
    use super::is_color;

    #[test]
    fn a_colour_is_one_that_a_browser_knows() {
        for color in [
            "#0b6b50",
            "#FFF",
            "#0b6b50aa",
            "teal",
            "RebeccaPurple",
            "transparent",
            "rgb(1, 2, 3)",
            "rgb(1 2 3 / 50%)",
            "hsl(120deg 30% 40%)",
            "oklch(60% 0.1 150)",
            "color(display-p3 1 0.5 0)",
            "color-mix(in srgb, red 10%, blue)",
            "oklch(from teal l c h)",
            "light-dark(#fff, #000)",
            "hsl(none 10% 10%)",
        ] {
            assert!(is_color(color), "{color}");
        }
        for none in [
            "",
            "#",
            "#0b6b5",
            "#0g6b50",
            "0b6b50",
            "blurple",
            "teal;",
            "red;} body{display:none",
            "url(\"x\")",
            "rgb(1,2)",
            "rgb(a,b,c)",
            "rgb(1,2,3",
            "rgb 1 2 3",
            "oklch()",
            "calc(1px)",
            "var(x)",
            "rgb(1,2,3))",
            "dark blue",
        ] {
            assert!(!is_color(none), "{none}");
        }
    }
}
