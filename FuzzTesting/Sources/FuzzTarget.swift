// libFuzzer's entry: one binary, one target chosen by $TELEX_FUZZ_TARGET. Everything that reads bytes must take any.

import FoundationEssentials

/// What is fuzzed.
private enum FuzzTarget: String {
    case feed, json, html, date, dateline, headline, url, configuration

    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["TELEX_FUZZ_TARGET"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else { preconditionFailure("no target named '\(name)'") }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .feed: FuzzProperties.parse(bytes)
        // Whatever the fuzzer makes of it, it is read as JSON.
        case .json: FuzzProperties.parse(bytes.first == UInt8(ascii: "{") ? bytes : [UInt8(ascii: "{")] + bytes)
        case .html: FuzzProperties.sanitise(text)
        case .date: FuzzProperties.date(text)
        case .dateline: FuzzProperties.attribute(text)
        case .headline: FuzzProperties.normalise(text)
        case .url: FuzzProperties.resolve(text)
        case .configuration: FuzzProperties.configure(text)
        }
    }
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
