import Testing
@testable import MeetingCorpus
@Test func placeholder() {}
