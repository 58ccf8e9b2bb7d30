### 界面与文书的中文文本；缺少的条目以英文代替。

language-en = English
language-zh = 中文
language-ko = 한국어
