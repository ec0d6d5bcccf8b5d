// file: sources: a feed on disk, or a folder into which an agency delivers files. Reads only; nothing is moved or locked.

import FeedModel
import FoundationEssentials

/// The path of a file: source.
struct FileSource: Sendable {
    let path: String
    /// Bytes, of one file and of all that are read together.
    let limit: Int

    /// nil when the address is no file: address of this machine.
    init?(_ url: String, limit: Int) {
        guard url.lowercased().hasPrefix("file:") else { return nil }
        var rest = url.dropFirst(5)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let host = rest.prefix { $0 != "/" }
            guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
            rest = rest[host.endIndex...]
        }
        guard rest.hasPrefix("/"), let path = Self.decoded(rest) else { return nil }
        self.path = path
        self.limit = limit
    }

    /// Percent-decodes; nil when what comes out is no text or holds a NUL, which no path can.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 37, digits.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// Reads the file or folder unless it is as `known` says. Hidden files and what is no regular file are passed over;
    /// symbolic links are followed.
    func read(known: HTTPValidators) -> FetchResult {
        do throws(FetchFailure) {
            let here = try DeliveredFile(path: path)
            guard here.isFolder else {
                guard here.isRegular else { throw failure("is neither a file nor a folder") }
                return try read([here], known: known)
            }
            return try read(delivered(), known: known)
        } catch {
            return FetchResult(outcome: .failed(error))
        }
    }

    private func delivered() throws(FetchFailure) -> [DeliveredFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw failure("cannot be listed: \(DeliveredFile.words(for: error))")
        }
        return names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            // One that went away since the listing is somebody else's by now.
            .compactMap { try? DeliveredFile(path: path + "/" + $0) }
            .filter(\.isRegular)
    }

    private func read(_ files: [DeliveredFile], known: HTTPValidators) throws(FetchFailure) -> FetchResult {
        var validators = HTTPValidators(etag: DeliveredFile.digest(of: files))
        guard validators != known else { return FetchResult(outcome: .notModified(validators: known)) }
        let (taken, warnings) = try selected(files)
        var documents: [FetchedDocument] = []
        var result = FetchResult(outcome: .notModified(validators: validators))
        result.warnings = warnings
        for file in taken {
            do {
                documents.append(FetchedDocument(bytes: try file.read(), contentType: nil, url: file.url))
            } catch {
                guard files.count > 1 else { throw error }
                result.warnings.append(error.message)
                // A file that may be read from now on need not look changed: the next poll has to try again.
                validators = HTTPValidators()
            }
        }
        result.bytesReceived = documents.reduce(0) { $0 + $1.bytes.count }
        result.outcome = .documents(documents, validators: validators, movedTo: nil, status: nil)
        return result
    }

    /// The files that fit into the limit, the newest first in line, in order of name; and what was left.
    private func selected(_ files: [DeliveredFile]) throws(FetchFailure) -> ([DeliveredFile], warnings: [String]) {
        if files.count == 1, let file = files.first, file.size > limit, file.path == path {
            throw FetchFailure(kind: .tooLarge, message: "\(path) is larger than \(limit) bytes (max_body)")
        }
        var left = limit
        var taken: Set<String> = []
        for file in files.sorted(by: { ($0.modified, $0.path) > ($1.modified, $1.path) }) where file.size <= left {
            left -= file.size
            taken.insert(file.path)
        }
        let count = files.count - taken.count
        let warning = "\(path): \(count) of \(files.count) files not read: all are over \(limit) bytes (max_body)"
        return (files.filter { taken.contains($0.path) }, count == 0 ? [] : [warning])
    }

    private func failure(_ words: String) -> FetchFailure {
        FetchFailure(kind: .file, message: "\(path) \(words)")
    }
}
