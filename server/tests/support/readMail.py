"""Reads a mail with Python's own parser and prints what it finds as JSON: an opinion from outside of Node."""
import json
import sys
from email import policy
from email.parser import BytesParser
from email.utils import getaddresses

mails = []
for raw in json.load(sys.stdin):
    message = BytesParser(policy=policy.default).parsebytes(raw.encode("utf-8", "surrogateescape"))
    text = message.get_body(preferencelist=("plain",))
    html = message.get_body(preferencelist=("html",))
    mails.append({
        "subject": message["subject"],
        "type": message.get_content_type(),
        "parts": [part.get_content_type() for part in message.iter_parts()],
        "to": [address for _, address in getaddresses(message.get_all("to", []))],
        "replyTo": [address for _, address in getaddresses(message.get_all("reply-to", []))],
        "headers": {name.lower(): value.strip() for name, value in message.items()},
        "text": text.get_content(),
        "html": html.get_content(),
        "defects": [str(d) for part in message.walk() for d in part.defects]
            + [f"{name}: {d}" for name, value in message.items() for d in getattr(value, "defects", ())],
    })
json.dump(mails, sys.stdout)
