// libyaml's complaints in words for somebody who edits a configuration file. It decides nothing about the content.

import Yams

/// Turns a syntax error into faults.
enum YAMLSyntax {
    /// The fault, or one for each line indented with tabs when a tab is to blame.
    static func faults(of error: YamlError, in text: YAMLText) -> [YAMLFault] {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return faults(of: problem, at: Place(mark), context: context, in: text)
        case .memory:
            return [YAMLFault(place: .start, path: "", message: "expected a smaller file, found memory running out")]
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            return [YAMLFault(place: .start, path: "", message: "expected YAML, found: \(problem)")]
        case .no, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            return [YAMLFault(place: .start, path: "", message: "expected YAML, found something else")]
        }
    }

    private static func faults(
        of problem: String,
        at place: Place,
        context: YamlError.Context?,
        in text: YAMLText
    ) -> [YAMLFault] {
        if text.scalar(at: place) == "\t" || startsWithTab(text.line(place.line)) {
            return tabs(in: text, blamed: place)
        }
        var message = words[problem] ?? "expected valid YAML, found: \(problem)"
        if let context, problem.contains("',' or") { message += "; it opens in line \(context.mark.line)" }
        // An unclosed quote or bracket ends at the end of the file, which is not where to look.
        let opensEarlier = problem.contains("end of stream") || problem.contains("expected ':'")
        let start = opensEarlier ? context.map { Place($0.mark) } ?? place : place
        return [YAMLFault(place: start, path: "", message: message)]
    }

    private static func startsWithTab(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        line.prefix { $0 == " " || $0 == "\t" }.contains("\t")
    }

    private static func tabs(in text: YAMLText, blamed: Place) -> [YAMLFault] {
        var places: Set<Place> = []
        for number in 1...max(1, text.lineCount) {
            let line = text.line(number)
            let indent = line.prefix { $0 == " " || $0 == "\t" }
            let rest = line.dropFirst(indent.count).first
            guard let tab = indent.firstIndex(of: "\t"), let rest, rest != "#" else { continue }
            places.insert(Place(line: number, column: tab - line.startIndex + 1))
            if places.count == 100 { break }
        }
        if !places.contains(where: { $0.line == blamed.line }) { places.insert(blamed) }
        return places.sorted().map {
            YAMLFault(place: $0, path: "", message: "expected spaces, found a tab; YAML is indented with spaces alone")
        }
    }

    private static let quotes = "a value with such a character needs quotes"

    private static let words: [String: String] = [
        "mapping values are not allowed in this context":
            "expected a value, found another `key: value`; check the indentation, or put the value in quotes",
        "did not find expected key": "expected a key at this indentation, found something else",
        "did not find expected '-' indicator": "expected `- ` at this indentation, found something else",
        "could not find expected ':'": "expected `key: value`, found no colon with a space after it",
        "found unexpected end of stream": "expected a closing quote, found the end of the file",
        "did not find expected node content": "expected a value, found something none starts with; \(quotes)",
        "did not find expected comment or line break":
            "expected `|` or `>` to end the line, found more text; \(quotes)",
        "Maximum nesting level reached, set with yaml_set_max_nest_level())":
            "expected a few levels, found too many inside each other",
        "could not find expected directive name": "expected a key, found `%`; \(quotes)",
        "mapping keys are not allowed in this context": "expected a value, found `?` with a space; \(quotes)",
        "found character that cannot start any token":
            "expected a value, found a character none starts with; \(quotes)",
        "did not find expected ',' or ']'": "expected `,` or `]` in a list, found something else",
        "did not find expected ',' or '}'": "expected `,` or `}` after a value in braces, found something else",
        "did not find expected <document start>": "expected one document, found text after its end",
        "block sequence entries are not allowed in this context":
            "expected a value, found `- `; start a list on its own line",
        "did not find expected alphabetic or numeric character": "expected a value, found a lone `&`; \(quotes)",
        "found undefined tag handle": "expected plain YAML, found a tag; leave it out",
        "found unknown escape character":
            "expected an escape YAML knows, found another; single quotes take text as it is",
    ]
}
