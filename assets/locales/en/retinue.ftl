### Every text of Retinue in English, the language the others fall back to.
### One section for each folder under src; within it, ids begin with what they belong to.

## words: languages by their own names

language-en = English
language-zh = 中文
language-ko = 한국어

## model: errors in the form of a value

error-id-form = “{ $id }” is not an id: lower-case letters, digits and hyphens, at most 80
error-language-form = “{ $tag }” is not a language: write en, zh, ko, zh-hant
error-language-twice = the language “{ $tag }” stands twice
error-text-form = a text, or a map of texts by language
error-minute-form = “{ $text }” is not a time: write 2024-07-29 09:05
error-zone-unknown = “{ $zone }” is not a time zone: write Asia/Shanghai

## model: what makes a visit unsound

error-no-id = a record of kind { $kind } has no id
error-id-twice = the id “{ $id }” stands at two records of kind { $kind }
error-dangling = { $place } names “{ $id }”, but there is no such { $kind }
error-text-long = { $place } is longer than { $most } bytes
error-list-long = { $place } holds more than { $most } entries
error-hidden = { $place } holds the hidden character { $code }

