"""Times a parser for Python in its own process: python.py lxml|fastfeedparser|feedparser ROUNDS FILE..."""
import io, sys, time

import rounds

# Where the documents come from: without it relative links could not be made absolute.
HEADERS = {"content-location": "https://nieuws.example/nieuws/feed.xml", "content-type": "application/xml"}


def lxml():
    from lxml import etree

    def work(data):
        root = etree.fromstring(data, etree.XMLParser(recover=True))
        parents = [root, *root.iterchildren("{*}channel")]
        return sum(1 for parent in parents for _ in parent.iterchildren("{*}item", "{*}entry")), 0

    return work


def fastfeedparser():
    import fastfeedparser

    return lambda data: produced(fastfeedparser.parse(data).entries)


def feedparser():
    import feedparser

    return lambda data: produced(feedparser.parse(io.BytesIO(data), response_headers=HEADERS).entries)


def produced(entries):
    """Entries and the size of their text."""
    output = 0
    for entry in entries:
        bodies = [part.get("value") for part in entry.get("content") or ()]
        output += sum(len(text) for text in [entry.get("title"), entry.get("link"), entry.get("description"), *bodies]
                      if text)
    return len(entries), output


if __name__ == "__main__":
    parser = {"lxml": lxml, "fastfeedparser": fastfeedparser, "feedparser": feedparser}[sys.argv[1]]()
    rounds.run(rounds.in_memory(sys.argv[3:]), parser, time.process_time, sys.argv[2])
