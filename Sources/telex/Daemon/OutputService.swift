// Keeps the files of feeds that have an `output` folder as new as what is served. A folder that cannot be written is
// reported and tried again with the next change.

import FeedServer
import FeedStorage
import Logging
import ServiceLifecycle

/// Writes the files at the start and whenever a reader would see a difference.
struct OutputService: Service {
    let store: FeedStore
    let site: CurrentSite
    let logger: Logger

    func run() async throws {
        let changes = store.changeStream()
        await write()
        for await _ in changes.cancelOnGracefulShutdown() { await write() }
    }

    private func write() async {
        do {
            let outputs = try await FeedFiles(store: store, site: site.site).renderOutputs(now: Surroundings.now())
            for (folder, files) in outputs {
                let count = try OutputFolder(path: folder).write(files)
                logger.debug("feed files written", metadata: ["output.folder": "\(folder)", "file.count": "\(count)"])
            }
        } catch let failure as Failure {
            logger.error("feed files not written", metadata: ["error": "\(failure.lines.joined(separator: "; "))"])
        } catch {
            logger.error("feed files not written", metadata: ["error": "\(error)"])
        }
    }
}
