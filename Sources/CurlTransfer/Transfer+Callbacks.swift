// What libcurl calls while a transfer runs, on the loop's thread. Each callback turns its pointer into the Transfer and
// calls one method.

import CLibCurl
import Glibc

extension Transfer {
    /// Of an answer other than 2xx this much is read, so that the connection can be used again; more is not waited for.
    private static let errorBodyLimit = 65_536

    /// `guarded`: connections to addresses that are not public are refused.
    func callbacks(guarded: Bool) -> [CURLcode] {
        let pointer = Unmanaged.passUnretained(self).toOpaque()
        let data: [CURLcode] = [
            telex_easy_set_data_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, pointer in
                Transfer.at(pointer)?.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            telex_easy_set_pointer(handle, CURLOPT_WRITEDATA, pointer),
            telex_easy_set_data_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, pointer in
                Transfer.at(pointer)?.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            telex_easy_set_pointer(handle, CURLOPT_HEADERDATA, pointer),
        ]
        guard guarded else { return data }
        return data + [
            telex_easy_set_opensocket(handle) { pointer, _, address in
                guard let address else { return CURL_SOCKET_BAD }
                return Transfer.at(pointer)?.open(&address.pointee) ?? CURL_SOCKET_BAD
            },
            telex_easy_set_pointer(handle, CURLOPT_OPENSOCKETDATA, pointer),
            telex_easy_set_prereq(handle) { pointer, remote, _, _, _ in
                Transfer.at(pointer)?.mayUse(connectionTo: remote.map { String(cString: $0) }) == true ? 0 : 1
            },
            telex_easy_set_pointer(handle, CURLOPT_PREREQDATA, pointer),
        ]
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The number of bytes taken; libcurl ends the transfer when they are not all.
    private func take(body bytes: UnsafeRawBufferPointer) -> Int {
        // Counted here because libcurl's own limit sees neither chunked bodies nor what decompression makes of them.
        let isWanted = (200..<300).contains(status ?? 0)
        let limit = isWanted ? (order?.request.limits.body ?? 0) : Self.errorBodyLimit
        guard bytes.count <= limit - body.count else {
            stopReason = isWanted ? .tooLarge : .enough
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func take(header line: UnsafeRawBufferPointer) -> Int {
        // A host may have several addresses: one was refused, and here another answers.
        stopReason = nil
        head.take(line)
        guard head.byteCount <= order?.request.limits.header ?? 0 else {
            stopReason = .headTooLarge
            return 0
        }
        return line.count
    }

    private func open(_ address: inout curl_sockaddr) -> curl_socket_t {
        let remote = InternetAddress(&address.addr, family: address.family)
        guard let remote, remote.isPublic else {
            stopReason = .refused(address: remote?.description ?? "an address of another kind")
            return CURL_SOCKET_BAD
        }
        return socket(address.family, address.socktype | Int32(SOCK_CLOEXEC.rawValue), address.protocol)
    }

    /// The second net: a connection kept open for another source was opened without the guard.
    private func mayUse(connectionTo remote: String?) -> Bool {
        let address = remote.flatMap { InternetAddress($0) }
        guard let address, address.isPublic else {
            stopReason = .refused(address: remote ?? "an address of another kind")
            return false
        }
        return true
    }
}
