// Between Hummingbird's requests and responses and our own values; the rules themselves know no framework.

import HTTPTypes
import Hummingbird
import NIOCore

extension DocumentRequest {
    init(_ request: Request) {
        self.init(
            isHead: request.method == .head,
            ifNoneMatch: request.headers.values(of: "If-None-Match"),
            ifModifiedSince: request.headers.values(of: "If-Modified-Since"),
            acceptEncoding: request.headers.values(of: "Accept-Encoding")
        )
    }
}

extension Response {
    init(_ answer: DocumentResponse) {
        var headers = HTTPFields(answer.fields)
        if let length = answer.contentLength { headers[.contentLength] = String(length) }
        let body = answer.body.map { ResponseBody(byteBuffer: ByteBuffer(bytes: $0)) } ?? ResponseBody()
        self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }
}

extension HTTPFields {
    /// Names and values of our own making; a name that HTTP does not allow is left out.
    init(_ fields: [(name: String, value: String)]) {
        self.init()
        for field in fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            append(HTTPField(name: name, value: field.value))
        }
    }

    /// The field's values as one list; nil when the field is absent.
    func values(of name: String) -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        let values = self[values: name]
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
