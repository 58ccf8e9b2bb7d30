### 화면과 문서의 한국어 문구. 없는 항목은 영어로 대신한다.

language-en = English
language-zh = 中文
language-ko = 한국어
