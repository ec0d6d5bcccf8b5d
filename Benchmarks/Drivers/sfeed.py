"""Times sfeed, a program that reads one document: processor time of one process a file, less that of as many processes
that read an empty feed. Usage: sfeed.py ROUNDS FILE..."""
import os, resource, shutil, sys, tempfile

import rounds

SFEED = shutil.which("sfeed") or sys.exit("sfeed is not installed")
sink = os.open(os.devnull, os.O_WRONLY)
started = 0


def sfeed(path, output):
    """Runs it over a file."""
    global started
    started += 1
    actions = [(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, output, 1)]
    _, status = os.waitpid(os.posix_spawn(SFEED, [SFEED], os.environ, file_actions=actions), 0)
    if status:
        raise ChildProcessError(path)


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def start_up():
    """Seconds of one process that reads an empty feed."""
    with tempfile.NamedTemporaryFile() as empty:
        empty.write(b'<rss version="2.0"><channel></channel></rss>')
        empty.flush()
        before = children_seconds()
        for _ in range(200):
            sfeed(empty.name, sink)
        return (children_seconds() - before) / 200


def main():
    # What each file gives is read once: in the rounds the output goes nowhere.
    given = {}
    for path in sys.argv[2:]:
        with tempfile.TemporaryFile() as output:
            sfeed(path, output.fileno())
            output.seek(0)
            lines = output.read()
            given[path] = lines.count(b"\n"), len(lines)

    def work(path):
        sfeed(path, sink)
        return given[path]

    each = start_up()
    documents = [(os.path.getsize(path), path) for path in sys.argv[2:]]
    rounds.run(documents, work, lambda: children_seconds() - started * each, sys.argv[1])


main()
