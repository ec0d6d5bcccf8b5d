// The only user of Yams: text → nodes with places, and what is wrong with the YAML. Anchors, aliases, tags, merge keys
// and second documents are refused here.
//
// Yams resolves aliases while it composes and stops at the first duplicate key. So it never sees either: every `*` is
// masked by a scalar the text does not have, which turns an alias into plain text of the same length, and a duplicate
// key is renamed in place until none is left. Both are undone in the nodes, and places stay true throughout.

import Yams

/// Reads one YAML document.
struct YAMLComposer {
    private let text: YAMLText
    private var masked: [Unicode.Scalar]
    /// Scalars the text does not have, still unused.
    private var spare: [Unicode.Scalar]
    private let star: Unicode.Scalar
    /// The true names of renamed keys, by place.
    private var renamed: [Place: String] = [:]
    private var faults: [YAMLFault] = []
    private var refusedPlaces: Set<Place> = []

    /// No configuration nests deeper; libyaml itself stops at 1000.
    static let maxDepth = 16
    /// Each round costs a parse; who repeats more keys than this sees the rest next time.
    static let maxRenames = 32
    /// In Unicode scalars: thousands of sources fit.
    static let maxLength = 1_048_576

    /// Nil when the text uses the whole private use area, and nothing is left to mask with.
    private init?(_ text: YAMLText) {
        let used = Set(text.scalars)
        let privateUse = ("\u{E000}" as Unicode.Scalar).value...("\u{F8FF}" as Unicode.Scalar).value
        let free = privateUse.lazy.compactMap { Unicode.Scalar($0) }.filter { !used.contains($0) }
        spare = Array(free.prefix(Self.maxRenames + 1))
        guard let star = spare.popLast() else { return nil }
        self.text = text
        self.star = star
        masked = text.scalars.map { $0 == "*" ? star : $0 }
    }

    /// The document's root, nil when the text has none or is not YAML, and everything wrong with it.
    static func read(_ text: YAMLText) -> (root: YAMLNode?, faults: [YAMLFault]) {
        guard text.scalars.count <= maxLength else {
            let message = "expected at most \(maxLength) characters, found \(text.scalars.count)"
            return (nil, [YAMLFault(place: .start, path: "", message: message)])
        }
        let control = controlCharacters(in: text)
        guard control.isEmpty else { return (nil, control) }
        guard var composer = YAMLComposer(text) else {
            let message = "expected text, found every private use character of Unicode"
            return (nil, [YAMLFault(place: .start, path: "", message: message)])
        }
        let root = composer.compose()
        return (root, composer.faults)
    }

    private static func controlCharacters(in text: YAMLText) -> [YAMLFault] {
        text.scalars.indices.lazy.filter { !YAMLText.isPrintable(text.scalars[$0]) }.prefix(20).map { index in
            let code = String(text.scalars[index].value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            let message = "expected text, found the control character U+\(padded)"
            return YAMLFault(place: text.place(at: index), path: "", message: message)
        }
    }

    private mutating func compose() -> YAMLNode? {
        while true {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: masked)
            do {
                let parser = try Parser(yaml: String(view), resolver: .basic, encoding: .utf8)
                guard let root = try parser.nextRoot() else { return nil }
                if let second = try parser.nextRoot() {
                    refuse(at: Place(second.mark), path: "", "expected one document, found a second one after `---`")
                }
                return convert(root, path: "", depth: 1)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                guard rename(names.first, at: Place(context.mark)) else { return nil }
            } catch let error as YamlError {
                faults += YAMLSyntax.faults(of: error, in: text)
                return nil
            } catch {
                faults.append(YAMLFault(place: .start, path: "", message: "expected YAML, found \(error)"))
                return nil
            }
        }
    }

    /// Renames the first of several equal keys by its first scalar; false, with a fault, when that cannot be done.
    private mutating func rename(_ name: String?, at place: Place) -> Bool {
        if let name, var index = text.index(at: place), let replacement = spare.popLast() {
            let isQuoted = masked[index] == "\"" || masked[index] == "'"
            if isQuoted { index += 1 }
            let isName = isQuoted || !["[", "{", "|", ">", ":", ","].contains(masked[index])
            if isName, masked.indices.contains(index), !["\"", "'", "\n", "\r"].contains(masked[index]) {
                masked[index] = replacement
                renamed[place] = restored(name)
                return true
            }
        }
        let found = name.map { "\(Shown.text(restored($0))) again" } ?? "a key again"
        faults.append(YAMLFault(place: place, path: "", message: "expected every key once, found \(found)"))
        return false
    }

    private func restored(_ string: String) -> String {
        guard string.unicodeScalars.contains(star) else { return string }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: string.unicodeScalars.lazy.map { [star] in $0 == star ? "*" : $0 })
        return String(view)
    }
}

// MARK: - Nodes

extension YAMLComposer {
    private mutating func convert(_ node: Node, path: String, depth: Int) -> YAMLNode {
        let place = Place(node.mark)
        guard depth <= Self.maxDepth else {
            refuse(at: place, path: path, "expected at most \(Self.maxDepth) levels, found more")
            return YAMLNode(place: place, content: .refused)
        }
        // An event starts at its anchor or tag, and no other node starts with these.
        switch text.scalar(at: place) {
        case "&": refuse(at: place, path: path, "expected plain YAML, found an anchor; write the value out where used")
        case "!": refuse(at: place, path: path, "expected plain YAML, found a tag; leave it out")
        default: break
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(place: place, content: content(of: scalar, at: place, path: path))
        case .sequence(let sequence):
            let items = sequence.map { convert($0, path: path, depth: depth + 1) }
            return YAMLNode(place: place, content: .list(items))
        case .mapping(let mapping):
            return YAMLNode(place: place, content: .mapping(entries(of: mapping, path: path, depth: depth)))
        case .alias:
            return YAMLNode(place: place, content: .refused)
        }
    }

    private mutating func content(of scalar: Node.Scalar, at place: Place, path: String) -> YAMLNode.Content {
        let string = restored(scalar.string)
        guard scalar.style == .plain else { return .text(string) }
        if text.scalar(at: place) == "*" {
            let hint = "write it out, or in quotes if it is meant as text"
            refuse(at: place, path: path, "expected plain YAML, found the alias \(Shown.text(string)); \(hint)")
            return .refused
        }
        return ["", "~", "null"].contains(string) ? .nothing : .text(string)
    }

    private mutating func entries(of mapping: Node.Mapping, path: String, depth: Int) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var places: [String: Place] = [:]
        for (keyNode, valueNode) in mapping {
            let converted = convert(keyNode, path: path, depth: depth + 1)
            guard let key = name(of: converted, path: path) else { continue }
            let keyPath = path.isEmpty ? key : "\(path).\(key)"
            let value = convert(valueNode, path: keyPath, depth: depth + 1)
            if let first = places[key] {
                refuse(
                    at: converted.place,
                    path: keyPath,
                    "expected once, found again; it is in line \(first.line) too"
                )
                continue
            }
            places[key] = converted.place
            entries.append(YAMLEntry(key: key, place: converted.place, value: value))
        }
        return entries
    }

    private mutating func name(of key: YAMLNode, path: String) -> String? {
        if let name = renamed[key.place] { return name }
        switch key.content {
        case .text("<<"):
            refuse(at: key.place, path: path, "expected plain YAML, found a merge key; write the keys out")
        case .text(let name): return name
        case .nothing: refuse(at: key.place, path: path, "expected a key before the colon, found nothing")
        case .list, .mapping: refuse(at: key.place, path: path, "expected a name as key, found a list or mapping")
        case .refused: break
        }
        return nil
    }

    /// Once a place: a block mapping starts where its first key does.
    private mutating func refuse(at place: Place, path: String, _ message: String) {
        guard refusedPlaces.insert(place).inserted else { return }
        faults.append(YAMLFault(place: place, path: path, message: message))
    }
}

extension Place {
    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
