// Names to numbers, once for each distinct name: libxml2 interns names, so two pointers tell one.

/// An open-addressing table from (name, namespace) pointers of one parser to codes.
struct XMLNameCodes {
    private struct Slot {
        var local: UInt = 0
        var space: UInt = 0
        var code: UInt16 = 0
    }

    /// A hostile document may have any number of names: past this many they are resolved each time.
    private static let limit = 4096

    private var slots = [Slot](repeating: Slot(), count: 256)
    private var used = 0

    /// `space` is the URI's pointer, else the prefix's, else nil.
    func code(local: UnsafePointer<UInt8>, space: UnsafePointer<UInt8>?) -> UInt16? {
        let key = UInt(bitPattern: local)
        let spaceKey = UInt(bitPattern: space)
        var index = position(key, spaceKey)
        while slots[index].local != 0 {
            if slots[index].local == key, slots[index].space == spaceKey { return slots[index].code }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func remember(_ code: UInt16, local: UnsafePointer<UInt8>, space: UnsafePointer<UInt8>?) {
        guard used < Self.limit else { return }
        if used * 2 >= slots.count { grow() }
        insert(Slot(local: UInt(bitPattern: local), space: UInt(bitPattern: space), code: code))
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.local != 0 { insert(slot) }
    }

    private mutating func insert(_ slot: Slot) {
        var index = position(slot.local, slot.space)
        while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    private func position(_ local: UInt, _ space: UInt) -> Int {
        let mixed = (local ^ (space &* 31)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    }
}
