// The orders in which reports are taken: all total, so that nothing depends on how they came.

import FeedModel

/// Comparisons of reports; identity decides what else is equal.
enum ReportOrder {
    /// Earliest first.
    static func byDate(_ left: Report, _ right: Report) -> Bool {
        left.date != right.date ? left.date < right.date : left.identity < right.identity
    }

    /// The order of credit: earliest first, at the same instant the source with the higher priority.
    static func byCredit(_ priority: @escaping (SourceID) -> Int) -> (Report, Report) -> Bool {
        { left, right in
            if left.date != right.date { return left.date < right.date }
            let (one, other) = (priority(left.identity.sourceID), priority(right.identity.sourceID))
            return one != other ? one > other : left.identity < right.identity
        }
    }

    /// The order of preference for showing: higher priority first, then earliest.
    static func byPreference(_ priority: @escaping (SourceID) -> Int) -> (Report, Report) -> Bool {
        { left, right in
            let (one, other) = (priority(left.identity.sourceID), priority(right.identity.sourceID))
            return one != other ? one > other : byDate(left, right)
        }
    }
}
