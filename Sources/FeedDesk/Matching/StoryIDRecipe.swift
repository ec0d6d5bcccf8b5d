// The public id of a story: made from the report that founded it, so that it needs no counter and no chance. Frozen.

import FeedModel

/// 16 hex digits of a stable hash over the founder's identity, version 1.
enum StoryIDRecipe {
    static let version = 1

    /// `isTaken` guards against an id that another story already has: the next of a fixed series is used then.
    static func id(foundedBy identity: EntryIdentity, isTaken: (StoryID) -> Bool) -> StoryID {
        var attempt = 0
        while true {
            var hash = StableHash(recipe: "story", version: version)
            hash.combine(identity.sourceID.rawValue)
            hash.combine(identity.key)
            if attempt > 0 { hash.combine(String(attempt)) }
            let id = StoryID(rawValue: hash.textHash.hex)
            if !isTaken(id) { return id }
            attempt += 1
        }
    }
}
