"""What the drivers in Python share: a warm-up over all files, then rounds of the same."""
import json, sys


def run(documents, work, processor_seconds, rounds):
    """Prints one JSON line a round.

    documents: (bytes, what `work` takes) of each file. work: returns (items, bytes of text produced). rounds: a number,
    "0" to tell what is found in each file, "-" for a round for each line read from standard input.
    """
    documents = list(documents)
    found = [attempt(work, document) for _, document in documents]
    expected = [sum(column) for column in zip(*found)]
    if rounds == "0":
        print(json.dumps({"found": [items for items, _ in found]}))
    for _ in sys.stdin if rounds == "-" else range(int(rounds)):
        items = output = 0
        start = processor_seconds()
        for _, document in documents:
            made = attempt(work, document)
            items, output = items + made[0], output + made[1]
        seconds = processor_seconds() - start
        if [items, output] != expected:
            sys.exit(f"two rounds of the same work differed: {[items, output]}, {expected}")
        size = sum(size for size, _ in documents)
        print(json.dumps({"seconds": seconds, "bytes": size, "items": items, "output": output}), flush=True)


def attempt(work, document):
    """What is found, nothing where the parser gives up."""
    try:
        return work(document)
    except Exception:
        return 0, 0


def in_memory(paths):
    """The files as `run` takes them."""
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        yield len(data), data
