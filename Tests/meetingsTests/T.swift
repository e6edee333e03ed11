import Testing
@testable import meetings
@Test func placeholder() {}
