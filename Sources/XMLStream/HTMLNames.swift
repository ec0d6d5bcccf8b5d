// The names of a parser, numbered as they come. libxml2 interns them, so the pointer stands for the name; so do the bytes
// of a short name in two words.

import CLibXML2

struct HTMLNames {
    private struct Slot {
        var name = HTMLShortName()
        var number = 0
    }

    /// Distinct names in the order of their numbers.
    private(set) var list: [String] = []
    private var codes = XMLNameCodes()
    private var numbers: [String: Int] = [:]
    /// The short names met last, each in the place its bytes tell.
    private var recent = [Slot](repeating: Slot(), count: 64)

    /// `name` is one of the context's own strings.
    mutating func number(of name: UnsafePointer<xmlChar>) -> Int {
        if let known = codes.code(local: name, space: nil) { return Int(known) }
        let number = number(of: XMLBytes(terminated: name).string)
        if let code = UInt16(exactly: number) { codes.remember(code, local: name, space: nil) }
        return number
    }

    /// A name that is not empty.
    mutating func number(of name: HTMLShortName) -> Int {
        let place = name.place & (recent.count - 1)
        if recent[place].name == name { return recent[place].number }
        let number = number(of: name.text)
        recent[place] = Slot(name: name, number: number)
        return number
    }

    private mutating func number(of text: String) -> Int {
        let number = numbers[text] ?? list.count
        if number == list.count {
            list.append(text)
            numbers[text] = number
        }
        return number
    }
}

/// A name of up to sixteen bytes of ASCII.
struct HTMLShortName: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init() {}

    /// False, and nothing is added, where it has sixteen bytes already.
    mutating func append(_ byte: UInt8) -> Bool {
        if first >> 56 == 0 {
            first = first << 8 | UInt64(byte)
        } else if second >> 56 == 0 {
            second = second << 8 | UInt64(byte)
        } else {
            return false
        }
        return true
    }

    var text: String {
        var bytes: [UInt8] = []
        for word in [first, second] {
            for shift in stride(from: 56, through: 0, by: -8) where word >> shift != 0 {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number that differs between most names.
    var place: Int {
        Int(truncatingIfNeeded: ((first ^ (second &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
