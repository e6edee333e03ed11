/// What a sentence or a line holds: its characters, and the lists of the vocabulary of which a word occurs in it.
struct Contents: @unchecked Sendable {
    private let memory: UnsafeMutablePointer<UInt64>

    fileprivate init(_ memory: UnsafeMutablePointer<UInt64>) { self.memory = memory }

    var characters: CharacterFilter { CharacterFilter(memory) }

    var vocabulary: Vocabulary {
        get { Vocabulary(rawValue: UInt32(truncatingIfNeeded: memory[CharacterFilter.words])) }
        nonmutating set { memory[CharacterFilter.words] = UInt64(newValue.rawValue) }
    }

    /// Adds what another text holds.
    func add(_ other: Contents) {
        characters.add(other.characters)
        vocabulary.formUnion(other.vocabulary)
    }

    fileprivate static let words = CharacterFilter.words + 1
}

/// Memory for the contents of a report's lines and sentences, which live as long as it does.
final class ContentsMemory {
    private var chunks: [UnsafeMutablePointer<UInt64>] = []
    private var used = ContentsMemory.chunk
    private static let chunk = 32

    deinit { for chunk in chunks { chunk.deallocate() } }

    /// Contents that hold nothing yet.
    func next() -> Contents {
        if used == Self.chunk {
            let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.chunk * Contents.words)
            memory.initialize(repeating: 0, count: Self.chunk * Contents.words)
            chunks.append(memory)
            used = 0
        }
        used += 1
        return Contents(chunks[chunks.count - 1] + (used - 1) * Contents.words)
    }
}
