// A bar on a terminal while something takes its time; nothing at all elsewhere.

/// One line on standard error, drawn over itself.
struct ProgressBar {
    private static let width = 30

    let isShown: Bool

    func show(done: Int, total: Int, label: String) {
        guard isShown, total > 0 else { return }
        let filled = Self.width * min(done, total) / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Console.note("\r\u{1B}[K\(bar) \(done)/\(total) \(label.prefix(30))")
    }

    func end() {
        guard isShown else { return }
        Console.note("\r\u{1B}[K")
    }
}
