import Testing
@testable import MeetingParser
@Test func placeholder() {}
