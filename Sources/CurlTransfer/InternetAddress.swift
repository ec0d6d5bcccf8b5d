// Which addresses are public. Pure; the guard in Transfer asks it about every connection of a guarded request.

import Glibc

/// An IPv4 or IPv6 address.
package enum InternetAddress: Sendable, Equatable, CustomStringConvertible {
    /// In host byte order: 127.0.0.1 is 0x7F000001.
    case v4(UInt32)
    /// The upper and the lower 64 bits.
    case v6(UInt64, UInt64)

    /// From text as libcurl shows it: dotted quad, or IPv6 with or without brackets; zones are ignored.
    package init?(_ text: String) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        let address = String(bare.prefix { $0 != "%" })
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, address, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, address, &six) == 1 {
            self = Self.six(six)
        } else {
            return nil
        }
    }

    /// From a socket address; nil for other families.
    init?(_ address: UnsafePointer<sockaddr>, family: Int32) {
        switch family {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                .v4(UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
            }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { Self.six($0.pointee.sin6_addr) }
        default: return nil
        }
    }

    private static func six(_ address: in6_addr) -> InternetAddress {
        let bytes = withUnsafeBytes(of: address) { Array($0) }
        let halves = [bytes.prefix(8), bytes.suffix(8)].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return .v6(halves[0], halves[1])
    }

    /// True for addresses that anyone on the internet may be reached at: not loopback, private, link-local, shared
    /// (CGNAT), multicast, unspecified, documentation or otherwise special (IANA special-purpose registries). Forms of
    /// IPv6 that hold an IPv4 address are judged by that.
    package var isPublic: Bool {
        switch self {
        case .v4(let bits): !Self.specialV4.contains { bits >> (32 - $0.length) == $0.prefix >> (32 - $0.length) }
        case .v6(let upper, let lower): Self.isPublic(upper, lower)
        }
    }

    /// As people write it: `10.0.0.1`, `fe80::1`.
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        switch self {
        case .v4(let bits):
            var address = in_addr(s_addr: bits.bigEndian)
            inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
        case .v6(let upper, let lower):
            var halves = (upper.bigEndian, lower.bigEndian)
            inet_ntop(AF_INET6, &halves, &text, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func isPublic(_ upper: UInt64, _ lower: UInt64) -> Bool {
        let last = InternetAddress.v4(UInt32(truncatingIfNeeded: lower))
        // ::ffff:0:0/96, IPv4-mapped; 64:ff9b::/96, NAT64.
        if upper == 0, lower >> 32 == 0xFFFF { return last.isPublic }
        if upper == 0x0064_FF9B_0000_0000, lower >> 32 == 0 { return last.isPublic }
        // 2002::/16, 6to4: the IPv4 address follows the prefix.
        if upper >> 48 == 0x2002 { return InternetAddress.v4(UInt32(truncatingIfNeeded: upper >> 16)).isPublic }
        // Of all the rest only 2000::/3 is given out, and of that these parts are special.
        guard upper >> 61 == 0b001 else { return false }
        return !specialV6.contains { upper >> (64 - $0.length) == $0.prefix >> (64 - $0.length) }
    }

    private static let specialV4: [(prefix: UInt32, length: UInt32)] = [
        (0x0000_0000, 8),  // this network
        (0x0A00_0000, 8),  // private
        (0x6440_0000, 10),  // shared, CGNAT
        (0x7F00_0000, 8),  // loopback
        (0xA9FE_0000, 16),  // link-local
        (0xAC10_0000, 12),  // private
        (0xC000_0000, 24),  // protocol assignments
        (0xC000_0200, 24),  // documentation
        (0xC058_6300, 24),  // 6to4 relays
        (0xC0A8_0000, 16),  // private
        (0xC612_0000, 15),  // benchmarks
        (0xC633_6400, 24),  // documentation
        (0xCB00_7100, 24),  // documentation
        (0xE000_0000, 4),  // multicast
        (0xF000_0000, 4),  // reserved, broadcast
    ]

    private static let specialV6: [(prefix: UInt64, length: UInt64)] = [
        (0x2001_0000_0000_0000, 23),  // protocol assignments, Teredo
        (0x2001_0DB8_0000_0000, 32),  // documentation
        (0x3FFF_0000_0000_0000, 20),  // documentation
    ]
}
