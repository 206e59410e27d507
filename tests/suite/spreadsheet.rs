//! Workbooks as spreadsheets save them: XLSX with shared strings and styles, ODS with repeated
//! cells.

use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file begins");
        writer.write_all(bytes).expect("bytes are written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Days since the end of 1899 of a day that is written `14-3-2026`; spreadsheets know it as a date.
fn day(cell: &str) -> Option<(i64, String)> {
    let parts: Vec<&str> = cell.split('-').collect();
    let [day, month, year] = parts[..] else { return None };
    let (day, month, year) =
        (day.parse().ok()?, month.parse().ok()?, year.parse().ok().filter(|year| *year > 1900)?);
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    let since = date.since(jiff::civil::date(1899, 12, 30)).ok()?.get_days();
    Some((i64::from(since), date.to_string()))
}

fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(column % 26).expect("a letter")));
        if column < 26 {
            return letters;
        }
        column = column / 26 - 1;
    }
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;

/// An XLSX of sheets, each a name and its rows.
pub fn xlsx(sheets: &[(&str, &[Vec<String>])]) -> Vec<u8> {
    let mut shared: Vec<String> = Vec::new();
    let mut files: Vec<(String, String)> = Vec::new();
    let (mut list, mut relations) = (String::new(), String::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let number = at + 1;
        list.push_str(&format!(
            r#"<sheet name="{}" sheetId="{number}" r:id="rId{number}"/>"#,
            escaped(name)
        ));
        relations.push_str(&format!(r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>"#));
        let mut data = String::new();
        for (row, cells) in rows.iter().enumerate() {
            data.push_str(&format!(r#"<row r="{}">"#, row + 1));
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let place = format!("{}{}", letters(column), row + 1);
                data.push_str(&match day(cell) {
                    Some((days, _)) => format!(r#"<c r="{place}" s="1"><v>{days}</v></c>"#),
                    None if cell.parse::<u32>().is_ok() => {
                        format!(r#"<c r="{place}"><v>{cell}</v></c>"#)
                    }
                    None => {
                        shared.push(cell.clone());
                        format!(r#"<c r="{place}" t="s"><v>{}</v></c>"#, shared.len() - 1)
                    }
                });
            }
            data.push_str("</row>");
        }
        files.push((format!("xl/worksheets/sheet{number}.xml"), format!(r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#)));
    }
    let strings = shared
        .iter()
        .map(|text| format!(r#"<si><t xml:space="preserve">{}</t></si>"#, escaped(text)))
        .collect::<Vec<_>>()
        .concat();
    files.push(("xl/sharedStrings.xml".into(), format!(r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>"#)));
    files.push(("xl/workbook.xml".into(), format!(r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#)));
    files.push(("xl/_rels/workbook.xml.rels".into(), format!(r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#)));
    files.push(("xl/styles.xml".into(), STYLES.into()));
    files.push(("_rels/.rels".into(), RELATIONS.into()));
    files.push(("[Content_Types].xml".into(), TYPES.into()));
    archive(&files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect::<Vec<_>>())
}

/// An ODS of one sheet.
pub fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    let mut data = String::new();
    let mut empty = 0;
    for cells in rows {
        if cells.iter().all(String::is_empty) {
            empty += 1;
            continue;
        }
        if empty > 0 {
            data.push_str(&format!(r#"<table:table-row table:number-rows-repeated="{empty}"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#));
            empty = 0;
        }
        data.push_str("<table:table-row>");
        for cell in cells {
            data.push_str(&match day(cell) {
                Some((_, iso)) => format!(r#"<table:table-cell office:value-type="date" office:date-value="{iso}"><text:p>{cell}</text:p></table:table-cell>"#),
                None if cell.is_empty() => "<table:table-cell/>".to_owned(),
                None if cell.parse::<u32>().is_ok() => format!(r#"<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>"#),
                None => {
                    let lines = cell.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect::<Vec<_>>().concat();
                    format!(r#"<table:table-cell office:value-type="string">{lines}</table:table-cell>"#)
                }
            });
        }
        data.push_str("</table:table-row>");
    }
    data.push_str(r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#);
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">{data}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A table as text, its cells between `separator`.
pub fn text(rows: &[Vec<String>], separator: char) -> String {
    let cell = |cell: &String| {
        if cell.contains([separator, '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |row: &Vec<String>| {
        row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string()) + "\r\n"
    };
    rows.iter().map(line).collect()
}

/// An XLSX of one sheet whose cells are numbers in a format, or texts where there is none.
pub fn in_formats(rows: &[&[(&str, &str)]]) -> Vec<u8> {
    let mut formats: Vec<&str> = Vec::new();
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate() {
        data.push_str(&format!(r#"<row r="{}">"#, row + 1));
        for (column, (cell, format)) in cells.iter().enumerate() {
            let place = format!("{}{}", letters(column), row + 1);
            if format.is_empty() {
                let cell = escaped(cell);
                data.push_str(&format!(
                    r#"<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>"#
                ));
                continue;
            }
            formats.push(format);
            let style = formats.len();
            data.push_str(&format!(r#"<c r="{place}" s="{style}"><v>{cell}</v></c>"#));
        }
        data.push_str("</row>");
    }
    let (mut codes, mut styles) = (String::new(), r#"<xf numFmtId="0"/>"#.to_owned());
    for (at, format) in formats.iter().enumerate() {
        let id = 164 + at;
        codes.push_str(&format!(r#"<numFmt numFmtId="{id}" formatCode="{}"/>"#, escaped(format)));
        styles.push_str(&format!(r#"<xf numFmtId="{id}" applyNumberFormat="1"/>"#));
    }
    let main = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let styles = format!(
        r#"<?xml version="1.0"?><styleSheet {main}><numFmts count="{}">{codes}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>"#,
        formats.len()
    );
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet {main}><sheetData>{data}</sheetData></worksheet>"#
    );
    let book = format!(
        r#"<?xml version="1.0"?><workbook {main} xmlns:r="{of}"><sheets><sheet name="Leden" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{of}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{of}/styles" Target="styles.xml"/></Relationships>"#
    );
    archive(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("[Content_Types].xml", TYPES.as_bytes()),
    ])
}
