// Writes rendered feeds as files for a static web server: each replaced whole, unchanged ones left alone.

import FeedServer
import FoundationEssentials

/// A folder of published files.
struct OutputFolder {
    let path: String

    /// Writes what differs from what is there and returns how many files that were. Throws a `Failure` with status 73.
    func write(_ files: [FeedFile]) throws -> Int {
        let folders = Set(files.map { URL(filePath: "\(path)/\($0.name)").deletingLastPathComponent().path })
        for folder in folders.sorted() {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw Failure(.cannotCreate, "\(folder): cannot be created; check the path and who may write there")
            }
        }
        return try files.filter(replace).count
    }

    /// A rename is atomic: a reader gets the old file or the new one, never a part.
    private func replace(_ file: FeedFile) throws -> Bool {
        let target = "\(path)/\(file.name)"
        let bytes = Data(file.bytes)
        if FileManager.default.contents(atPath: target) == bytes { return false }
        do {
            try bytes.write(to: URL(filePath: target), options: .atomic)
            return true
        } catch {
            throw Failure(.cannotCreate, "\(target): cannot be written; check the disk and who may write there")
        }
    }
}
