//! Rules of the house that a machine can check: who may use whom, how long a file may be, that
//! every rule, paper, command and text stands where its kind is listed.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use retinue::model::RecordKind;
use retinue::words::kebab;

/// The folders under `src`; each may use those before it, those of one line each other. The
/// catalogue names the model's choices and the model's errors come from the catalogue.
const LAYERS: &[&[&str]] = &[
    &["words", "model", "progress"],
    &["diff"],
    &["edit"],
    &["protocol"],
    &["check"],
    &["store"],
    &["library"],
    &["projection"],
    &["paper"],
    &["exchange"],
    &["app"],
    &["cli"],
];

const MOST_LINES: usize = 500;
const MOST_COLUMNS: usize = 100;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder whose names end so, with their texts, in order.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push((shown(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// A path as a message names it.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn sources() -> Vec<(String, String)> {
    files("src", ".rs")
}

fn all_rust() -> Vec<(String, String)> {
    [sources(), files("tests", ".rs"), files("benches", ".rs")].concat()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Fails with all the findings, one a line.
fn none(findings: Vec<String>) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// The code without comments and without its own tests, which may use anything.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    body.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

fn layer(folder: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&folder))
}

/// The folders that a source names after `crate::`, alone or in braces.
fn used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => found.extend(first_names(list)),
            None => found.extend(first_names(rest).into_iter().take(1)),
        }
    }
    found.retain(|name| layer(name).is_some());
    found
}

/// The first names of the paths in a list, up to its closing brace.
fn first_names(list: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let (mut depth, mut in_first) = (0_usize, true);
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(String::new());
                in_first = true;
            }
            c if depth == 0 && in_first && (c.is_alphanumeric() || c == '_') => {
                names.last_mut().unwrap().push(c);
            }
            c if c.is_whitespace() => {}
            _ => in_first = false,
        }
    }
    names
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let mut findings = Vec::new();
    for (path, text) in sources() {
        let Some(folder) = path.strip_prefix("src/").and_then(|path| path.split_once('/')) else {
            continue;
        };
        let Some(own) = layer(folder.0) else {
            findings.push(format!("{path}: the folder stands in no layer"));
            continue;
        };
        for name in used(&code(&text)) {
            if layer(&name) > Some(own) {
                findings.push(format!("{path}: uses `{name}`, which stands below it"));
            }
        }
    }
    none(findings);
}

#[test]
fn imports_are_seen_alone_in_braces_and_in_paths() {
    let code = "use crate::app;\nuse crate::{edit::{Edit, app}, cli};\nlet x = crate::store::open;";
    let expected = ["app", "cli", "edit", "store"].map(str::to_owned);
    assert_eq!(used(code), BTreeSet::from(expected));
}

#[test]
fn nothing_below_the_window_knows_the_toolkit() {
    let is_window = |path: &str| path.starts_with("src/app/") || path == "src/lib.rs";
    let names = ["egui", "eframe", "rfd::"];
    let knows = |text: &str| names.iter().find(|name| code(text).contains(*name)).copied();
    let below = sources().into_iter().filter(|(path, _)| !is_window(path));
    let found = below.filter_map(|(path, text)| Some(format!("{path}: {}", knows(&text)?)));
    none(found.collect());
}

#[test]
fn files_and_lines_are_short_enough_to_read() {
    let mut findings = Vec::new();
    for (path, text) in all_rust() {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            findings.push(format!("{path}: {lines} lines, {MOST_LINES} at most"));
        }
        // What rustfmt cannot break: sentences, and messages at the errors they belong to.
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.contains('"')) {
            let columns = line.chars().count();
            if columns > MOST_COLUMNS {
                findings.push(format!("{path}:{}: {columns} columns", number + 1));
            }
        }
    }
    none(findings);
}

#[test]
fn every_module_says_what_it_is() {
    let says = |text: &str| text.starts_with("//! ");
    let silent = all_rust().into_iter().filter(|(_, text)| !says(text));
    none(silent.map(|(path, _)| format!("{path}: begins without a `//!` line")).collect());
}

#[test]
fn nothing_is_switched_off_or_left_for_later() {
    // Split, so that this file passes its own test.
    let words = [
        concat!("#[al", "low"),
        concat!("#![al", "low"),
        concat!("#[ig", "nore"),
        concat!("should_", "panic"),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("db", "g!("),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
    ];
    let texts = [all_rust(), files("assets", ".ftl"), files("assets", ".typ"), files(".ci", "")];
    let mut findings = Vec::new();
    for (path, text) in texts.concat() {
        let lines = text.lines().enumerate();
        findings.extend(lines.filter_map(|(number, line)| {
            let word = words.iter().find(|word| line.contains(*word))?;
            Some(format!("{path}:{}: {word}", number + 1))
        }));
    }
    none(findings);
}

#[test]
fn no_file_knows_where_it_lies_on_a_machine() {
    let folders = ["home", "work", "root", "Users", "mnt", "var/folders"];
    let starts: Vec<String> = folders
        .iter()
        .flat_map(|name| ["\"", " ", "=", "`", "("].map(|before| format!("{before}/{name}/")))
        .collect();
    let own = [root().to_string_lossy().into_owned()];
    let texts = [
        all_rust(),
        files("assets", ".ron"),
        files("assets", ".ftl"),
        files("assets", ".typ"),
        files(".ci", ""),
        vec![("README.md".to_owned(), read("README.md"))],
        vec![("Cargo.toml".to_owned(), read("Cargo.toml"))],
    ];
    let mut findings = Vec::new();
    for (path, text) in texts.concat() {
        let found = starts.iter().chain(&own).filter(|start| text.contains(start.as_str()));
        findings.extend(found.map(|start| format!("{path}: holds the path {start}")));
    }
    none(findings);
}

#[test]
fn every_check_stands_in_the_register_under_the_name_of_its_file() {
    let is_check = |(_, text): &(String, String)| code(text).contains("const CHECK: Check");
    let of_files: BTreeSet<String> = files("src/check", ".rs")
        .into_iter()
        .filter(is_check)
        .map(|(path, _)| path.trim_start_matches("src/check/").trim_end_matches(".rs").to_owned())
        .collect();
    let registered: BTreeSet<String> =
        retinue::check::ALL.iter().map(|check| check.id.replace('-', "_")).collect();
    assert_eq!(of_files, registered);
}

#[test]
fn every_paper_has_its_template_and_every_template_its_paper() {
    // What templates share, and is no paper.
    let shared = ["base.typ"];
    let of_files: BTreeSet<String> = files("assets/templates", ".typ")
        .into_iter()
        .map(|(path, _)| path.trim_start_matches("assets/templates/").to_owned())
        .filter(|name| !shared.contains(&name.as_str()))
        .collect();
    let registered: BTreeSet<String> =
        retinue::paper::ALL.iter().map(|paper| paper.template.to_owned()).collect();
    assert_eq!(of_files, registered);
}

#[test]
fn every_command_stands_in_the_readme() {
    let readme = read("README.md");
    let missing = retinue::cli::commands().into_iter().filter(|name| {
        let named = format!("`retinue {name}");
        // With what it takes behind it, or alone.
        !readme.contains(&format!("{named} ")) && !readme.contains(&format!("{named}`"))
    });
    none(missing.map(|name| format!("README.md: retinue {name}")).collect());
}

/// A catalogue: ids with the variables of their texts, and whether each is said or only chosen by.
type Catalogue = BTreeMap<String, BTreeMap<String, bool>>;

fn catalogue(lang: &str, findings: &mut Vec<String>) -> Catalogue {
    let mut messages = Catalogue::new();
    let mut current = String::new();
    for line in read(&format!("assets/locales/{lang}/retinue.ftl")).lines() {
        let is_id = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let (true, Some((id, _))) = (is_id, line.split_once(" =")) {
            id.clone_into(&mut current);
            if messages.insert(current.clone(), BTreeMap::new()).is_some() {
                findings.push(format!("{lang}: “{id}” stands twice"));
            }
        }
        if line.starts_with('#') {
            continue;
        }
        for rest in line.split('$').skip(1) {
            let is_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            let name: String = rest.chars().take_while(is_name).collect();
            let is_said =
                rest.strip_prefix(&name).is_some_and(|rest| rest.trim_start().starts_with('}'));
            *messages.entry(current.clone()).or_default().entry(name).or_default() |= is_said;
        }
    }
    messages
}

/// What stands in the declarations of a macro, `choice! { … }`.
fn declarations<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let start = format!("\n{name}! {{\n");
    text.split(start.as_str()).skip(1).filter_map(|rest| rest.split("\n}").next()).collect()
}

fn ids_of_choices() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (_, text) in sources() {
        for block in declarations(&code(&text), "choice") {
            for choice in block.split("pub enum ").skip(1) {
                let (name, rest) = choice.split_once('{').unwrap();
                let values = rest.split('}').next().unwrap().split(',').map(str::trim);
                let name = kebab(name.trim());
                let values = values.filter(|value| !value.is_empty());
                ids.extend(values.map(|value| format!("{name}-{}", kebab(value))));
            }
        }
    }
    ids
}

fn ids_of_fields() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (_, text) in files("src/model", ".rs") {
        for block in declarations(&code(&text), "record") {
            let fields = block.lines().filter_map(|line| line.trim().strip_prefix("pub "));
            let names = fields.filter_map(|field| Some(field.split_once(": ")?.0));
            ids.extend(names.map(|name| format!("field-{}", kebab(name))));
        }
    }
    ids
}

#[test]
fn every_choice_field_and_kind_has_a_name_and_every_name_has_one_of_them() {
    let mut findings = Vec::new();
    let en = catalogue("en", &mut findings);
    let (choices, fields) = (ids_of_choices(), ids_of_fields());
    assert!(choices.contains("item-kind-courtesy-call") && fields.contains("field-met-by"));
    let kinds = RecordKind::ALL.iter().map(|kind| format!("kind-{}", kebab(kind.name())));
    let wanted: BTreeSet<String> = choices.into_iter().chain(fields).chain(kinds).collect();
    let missing = wanted.iter().filter(|id| !en.contains_key(*id));
    findings.extend(missing.map(|id| format!("en: “{id}” is missing")));
    let names = en.keys().filter(|id| id.starts_with("field-") || id.starts_with("kind-"));
    // A kind of record may have its own name for a field: field-person-name.
    let own = |id: &str| {
        RecordKind::ALL.iter().any(|kind| {
            let field = id.strip_prefix(&format!("field-{}-", kebab(kind.name())));
            field.is_some_and(|field| wanted.contains(&format!("field-{field}")))
        })
    };
    let orphans = names.filter(|id| !wanted.contains(*id) && !own(id));
    findings.extend(orphans.map(|id| format!("en: “{id}” names nothing")));
    none(findings);
}

#[test]
fn other_languages_say_what_english_says() {
    let mut findings = Vec::new();
    let en = catalogue("en", &mut findings);
    for lang in retinue::words::LANGUAGES.iter().filter(|lang| **lang != "en") {
        let other = catalogue(lang, &mut findings);
        for (id, variables) in &other {
            let Some(known) = en.get(id) else {
                findings.push(format!("{lang}: “{id}” is no text of the program"));
                continue;
            };
            let strange = variables.keys().filter(|name| !known.contains_key(*name));
            findings.extend(strange.map(|name| format!("{lang}: “{id}” has no ${name}")));
            let said = known.iter().filter(|(_, is_said)| **is_said).map(|(name, _)| name);
            let lost = said.filter(|name| !variables.contains_key(*name));
            findings.extend(lost.map(|name| format!("{lang}: “{id}” leaves out ${name}")));
        }
        let missing = en.keys().filter(|id| !other.contains_key(*id));
        findings.extend(missing.map(|id| format!("{lang}: “{id}” is not translated")));
    }
    none(findings);
}

#[test]
fn every_text_is_said_somewhere() {
    let mut findings = Vec::new();
    let en = catalogue("en", &mut findings);
    let choices = ids_of_choices();
    let code: String = sources().into_iter().map(|(_, text)| code(&text)).collect();
    let is_named = |id: &String| id.starts_with("field-") || id.starts_with("kind-");
    let unsaid = en.keys().filter(|id| !is_named(id) && !choices.contains(*id));
    let unsaid = unsaid.filter(|id| !code.contains(&format!("\"{id}\"")));
    findings.extend(unsaid.map(|id| format!("en: nothing says “{id}”")));
    none(findings);
}
