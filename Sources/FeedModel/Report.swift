// One entry of one source as the desk took it in: the unit a story is made of.

package import FoundationEssentials

/// A stored entry with its credits and the keys by which it is matched.
package struct Report: Sendable, Equatable {
    package var identity: EntryIdentity
    /// The entry with `published` and `updated` as the document gave them; without `published`, `updated` as it was
    /// first given, since it stands in for it.
    package var entry: ParsedEntry
    package var attribution: Attribution
    /// Over the normalised headline; nil when nothing is left of it, and then nothing matches.
    package var headlineHash: TextHash?
    /// What tier one compares: the headline hash, joined for short headlines by place or first sentence.
    package var matchKey: TextHash?
    /// Over everything a reader would see; tells a revision from noise.
    package var fingerprint: TextHash
    /// When this entry was first taken in.
    package var firstSeen: Date

    package init(
        identity: EntryIdentity,
        entry: ParsedEntry,
        attribution: Attribution,
        headlineHash: TextHash?,
        matchKey: TextHash?,
        fingerprint: TextHash,
        firstSeen: Date
    ) {
        self.identity = identity
        self.entry = entry
        self.attribution = attribution
        self.headlineHash = headlineHash
        self.matchKey = matchKey
        self.fingerprint = fingerprint
        self.firstSeen = firstSeen
    }

    /// When the report counts as published: `published`, else `updated`, else when it was first seen; never after that.
    package var date: Date {
        min(entry.published ?? entry.updated ?? firstSeen, firstSeen)
    }
}

/// A report that is stored, with the story it belongs to.
package struct StoredReport: Sendable, Equatable {
    package var report: Report
    package var storyID: StoryID

    package init(report: Report, storyID: StoryID) {
        self.report = report
        self.storyID = storyID
    }
}
