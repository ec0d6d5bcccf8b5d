// Reports put together by their links: disjoint sets, whose members do not depend on the order of joining.

/// Union-find over the indexes of one list.
struct StoryGroups {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (root, otherRoot) = (root(of: one), root(of: other))
        // The smaller index leads, so that groups come out in the order of their first members.
        parents[max(root, otherRoot)] = min(root, otherRoot)
    }

    /// Each group's members in ascending order; groups in the order of their first members.
    mutating func members() -> [[Int]] {
        var groups: [Int: [Int]] = [:]
        for index in parents.indices { groups[root(of: index), default: []].append(index) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root { root = parents[root] }
        var next = index
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }
}
