// The names of a parser, numbered as they come. libxml2 interns them, so the pointer stands for the name.

import CLibXML2

struct HTMLNames {
    /// Distinct names in the order of their numbers.
    private(set) var list: [String] = []
    private var codes = XMLNameCodes()
    private var numbers: [String: Int] = [:]

    /// `name` is one of the context's own strings.
    mutating func number(of name: UnsafePointer<xmlChar>) -> Int {
        if let known = codes.code(local: name, space: nil) { return Int(known) }
        let text = XMLBytes(terminated: name).string
        let number = numbers[text] ?? list.count
        if number == list.count {
            list.append(text)
            numbers[text] = number
        }
        if let code = UInt16(exactly: number) { codes.remember(code, local: name, space: nil) }
        return number
    }
}
