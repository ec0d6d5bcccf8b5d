// Small plots as inline SVG: one bar a value, drawn with attributes alone because the pages allow no inline style.

/// Draws rows of numbers.
enum Sparkline {
    /// Bars as high as their share of the largest value; zero is a line on the ground. `label` is what a screen reader
    /// says. Empty for no values.
    static func svg(_ values: [Int], label: String) -> String {
        guard !values.isEmpty else { return "" }
        let step = 5
        let height = 24
        let most = max(1, values.max() ?? 1)
        let bars = values.enumerated().map { index, value -> String in
            let share = Double(max(0, value)) / Double(most)
            let barHeight = value > 0 ? max(2, Int((share * Double(height)).rounded())) : 1
            let kind = value > 0 ? "" : " class=\"none\""
            let place = "x=\"\(index * step)\" y=\"\(height - barHeight)\""
            return "<rect\(kind) \(place) width=\"\(step - 1)\" height=\"\(barHeight)\"/>"
        }
        let width = values.count * step - 1
        let text = Markup.escaped(label)
        return """
            <svg class="spark" role="img" aria-label="\(text)" viewBox="0 0 \(width) \(height)" width="\(width)" \
            height="\(height)"><title>\(text)</title>\(bars.joined())</svg>
            """
    }
}
