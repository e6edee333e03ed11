#!/usr/bin/env python3
"""Title, date, session number, body and chair of every report in a folder, as NDJSON: what good Python does in two processes.

usage: five-fields.py FOLDER [--trafilatura]

selectolax strips the markup; with --trafilatura, trafilatura's extract() does. Regular expressions find the fields.
This is a peer for side-by-side to time, not a parser to use: it takes the first match and infers nothing.
needs: pip install selectolax orjson trafilatura lxml_html_clean
"""
import multiprocessing
import os
import re
import sys

import orjson

TITLE = re.compile(r"^title: '(.+)'|^[^\S\n]*([^\s\-].*)", re.MULTILINE)
DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
SESSION = re.compile(r"第(\d+|[零一二三四五六七八九十百]+)次")
BODY = re.compile(r"([\u4e00-\u9fff]{2,20}?)(?:主持)?召开")
CHAIR = re.compile(r"(?:书记|[区市县]长|主任|组长)([\u4e00-\u9fff]{2,3}?)(?:主持|一一点评|现场点评)")


def group(pattern, text):
    found = pattern.search(text)
    return found and next(filter(None, found.groups()), None)


def date(text):
    found = DATE.search(text)
    return found and f"{found[1] or '-'}-{int(found[2]):02}-{int(found[3]):02}"


def fields(path):
    with open(path, "rb") as file:
        text = text_of(file.read())
    patterns = {"title": TITLE, "session": SESSION, "body": BODY, "chair": CHAIR}
    record = {"path": path, "date": date(text)} | {name: group(pattern, text) for name, pattern in patterns.items()}
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def files(folder):
    def stop(error):
        raise error  # os.walk alone takes a folder that is not there for an empty one

    return sorted(os.path.join(parent, name) for parent, _, names in os.walk(folder, onerror=stop) for name in names)


# Only the peer that is timed is imported: the import is part of its time.
if "--trafilatura" in sys.argv:
    from trafilatura import extract

    def text_of(page):
        # Without the wrapping it takes fragments behind front matter for no HTML at all and gives nothing.
        return extract(b"<html><body>" + page + b"</body></html>", include_comments=False) or ""
else:
    from selectolax.lexbor import LexborHTMLParser

    def text_of(page):
        return LexborHTMLParser(page).body.text()


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        for line in pool.imap(fields, files(sys.argv[1]), chunksize=16):
            sys.stdout.buffer.write(line)
