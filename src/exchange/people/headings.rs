//! Which heading stands for which column: what lists in three languages call things, and what
//! the office taught the program.

use std::collections::BTreeMap;

use super::columns::{Column, Field};
use crate::library::fold::fold;
use crate::model::Lang;
use crate::words;

/// The headings by which a field is known beside its own name, folded.
const HEADINGS: &[(Field, &[&str])] = &[
    (
        Field::Name,
        &["full name", "delegate", "participant", "姓名", "名字", "이름", "성명", "氏名"],
    ),
    (Field::FamilyName, &["surname", "last name", "姓", "姓氏", "성", "姓(拼音)"]),
    (Field::Spoken, &["pronunciation", "读音", "发音", "발음", "ふりがな"]),
    (
        Field::Honorific,
        &["salutation", "form of address", "prefix", "称谓", "尊称", "호칭", "존칭"],
    ),
    (
        Field::Post,
        &[
            "position",
            "job title",
            "title",
            "function",
            "fonction",
            "职务",
            "职位",
            "직위",
            "직책",
            "役職",
        ],
    ),
    (
        Field::Body,
        &[
            "organisation",
            "organization",
            "company",
            "institution",
            "employer",
            "单位",
            "机构",
            "公司",
            "工作单位",
            "기관",
            "소속",
            "회사",
            "所属",
        ],
    ),
    (Field::Country, &["nationality", "国家", "国籍", "국가", "국적", "国"]),
    (Field::Role, &["party role", "角色", "身份", "역할"]),
    (Field::InPostSince, &["since", "appointed", "任职时间", "취임일"]),
    (
        Field::Attendance,
        &["comes", "rsvp", "status", "attending", "出席", "是否出席", "参加", "참석", "참석 여부"],
    ),
    (Field::Languages, &["language", "语言", "언어"]),
    (Field::Diet, &["meal", "dietary requirements", "饮食", "膳食", "식사", "식단"]),
    (Field::DietDetails, &["allergies", "allergy", "过敏", "忌口", "알레르기", "못 먹는 음식"]),
    (Field::Needs, &["special needs", "special requirements", "特殊需求", "특별 요청"]),
    (
        Field::Phone,
        &[
            "mobile",
            "telephone",
            "tel",
            "telefon",
            "mobile phone",
            "cell",
            "电话",
            "手机",
            "联系电话",
            "전화",
            "휴대폰",
            "전화번호",
            "携帯電話",
        ],
    ),
    (
        Field::Email,
        &["e-mail", "mail", "e-mail address", "email address", "邮箱", "电子邮件", "이메일"],
    ),
    (Field::Rank, &["级别", "등급"]),
    (Field::Biography, &["bio", "cv", "简历", "약력", "이력"]),
    (Field::Remarks, &["notes", "note", "comment", "comments", "备注", "비고"]),
];

/// The headings of names in one script.
const NAMES: &[(&str, &[&str])] = &[
    ("zh", &["chinese name", "name in chinese", "中文名", "中文姓名", "중국어 이름", "한자 이름"]),
    ("ko", &["korean name", "name in korean", "한글 이름", "韩文名", "한글 성명", "국문 성명"]),
    ("en", &["english name", "name in english", "英文名", "英文姓名", "영문 이름", "영문 성명"]),
];

/// The order of the columns of a list without headings.
const USUAL: [Field; 5] = [Field::Name, Field::Post, Field::Body, Field::Phone, Field::Email];

/// What an office taught: a folded heading and the column it stands for, or `None`: left out.
pub type Taught = BTreeMap<String, Option<Column>>;

/// The form under which a heading is remembered and compared.
pub fn heading_key(heading: &str) -> String {
    fold(heading.trim().trim_end_matches([':', '：', '*']).trim())
}

/// The column a heading stands for.
pub(super) fn known(heading: &str, taught: &Taught) -> Option<Column> {
    let key = heading_key(heading);
    if let Some(column) = taught.get(&key) {
        return column.clone();
    }
    // As the export writes it: "Name (zh)".
    if let Some((name, lang)) = key.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && let (Some(field), Some(lang)) = (field(name.trim()), Lang::new(lang.trim()))
    {
        return Some(Column::in_lang(field, lang));
    }
    let script = NAMES.iter().find(|(_, names)| names.contains(&key.as_str()));
    if let Some(lang) = script.and_then(|(lang, _)| Lang::new(lang)) {
        return Some(Column::in_lang(Field::Name, lang));
    }
    field(&key).map(Column::new)
}

fn field(key: &str) -> Option<Field> {
    let by_name = |field: &Field| {
        let mut names = words::LANGUAGES.iter().filter_map(|tag| Lang::new(tag));
        field.name() == key || names.any(|lang| fold(&words::field_in(field.name(), &lang)) == key)
    };
    let by_heading = || HEADINGS.iter().find(|(_, names)| names.contains(&key)).map(|(f, _)| *f);
    Field::ALL.into_iter().find(by_name).or_else(by_heading)
}

/// The columns of a list from its first row; `None` when that row is no heading.
pub(super) fn columns(first: &[String], taught: &Taught) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = first.iter().map(|cell| known(cell, taught)).collect();
    let tells_who = |column: &Column| {
        matches!(column.field, Field::Name | Field::FamilyName | Field::Email | Field::Post)
    };
    columns.iter().flatten().any(tells_who).then_some(columns)
}

/// The columns of a list without headings.
pub(super) fn usual(width: usize) -> Vec<Option<Column>> {
    let usual = USUAL.into_iter().map(|field| Some(Column::new(field)));
    usual.chain(std::iter::repeat(None)).take(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(heading: &str) -> Option<String> {
        known(heading, &Taught::new()).map(|column| column.id())
    }

    #[test]
    fn headings_are_known_in_three_languages_and_as_the_export_writes_them() {
        for (heading, column) in [
            ("Job title", "post"),
            ("职务：", "post"),
            ("직책", "post"),
            ("E-Mail *", "email"),
            ("中文姓名", "name:zh"),
            ("Name (ko)", "name:ko"),
            ("family_name", "family_name"),
        ] {
            assert_eq!(id(heading).as_deref(), Some(column), "{heading}");
        }
        assert_eq!(id("Shoe size"), None);
    }

    #[test]
    fn what_the_office_taught_comes_first() {
        let post = Some(Column::new(Field::Post));
        let taught =
            Taught::from([("funktion".to_owned(), post.clone()), ("title".to_owned(), None)]);
        assert_eq!(known("Funktion", &taught), post);
        assert_eq!(known("Title", &taught), None);
    }

    #[test]
    fn a_first_row_of_values_is_no_heading() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert!(columns(&row(["Name", "Shoe size"]), &Taught::new()).is_some());
        assert!(columns(&row(["Delegate 1", "Director"]), &Taught::new()).is_none());
    }
}
