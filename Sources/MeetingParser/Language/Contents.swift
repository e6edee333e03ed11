/// What a sentence or a line holds: its characters, and where words of the vocabulary may begin in it.
struct Contents: @unchecked Sendable {
    private let memory: UnsafeMutablePointer<UInt64>

    fileprivate init(_ memory: UnsafeMutablePointer<UInt64>) { self.memory = memory }

    var characters: CharacterFilter { CharacterFilter(memory) }

    /// The lists of which a word may begin somewhere.
    private(set) var vocabulary: Vocabulary {
        get { Vocabulary(rawValue: UInt32(truncatingIfNeeded: memory[CharacterFilter.words])) }
        nonmutating set { memory[CharacterFilter.words] = UInt64(newValue.rawValue) }
    }

    /// Where words may begin, in order.
    var hints: UnsafeBufferPointer<Vocabulary.Hint> {
        let address = UnsafePointer<Vocabulary.Hint>(bitPattern: UInt(memory[CharacterFilter.words + 1]))
        return UnsafeBufferPointer(start: address, count: Int(memory[CharacterFilter.words + 2]))
    }

    /// Sets where words may begin.
    func set(_ hints: UnsafeBufferPointer<Vocabulary.Hint>) {
        guard let start = hints.baseAddress else { return }
        vocabulary = hints.reduce(into: []) { $0.formUnion($1.lists) }
        memory[CharacterFilter.words + 1] = UInt64(UInt(bitPattern: start))
        memory[CharacterFilter.words + 2] = UInt64(hints.count)
    }

    /// How far behind the text it stands as printed.
    var printedOffset: Int { Int(memory[CharacterFilter.words + 3]) }

    /// Whether all that the text holds is noted.
    var isComplete: Bool { memory[CharacterFilter.words + 4] != 0 }

    fileprivate static let words = CharacterFilter.words + 5
}

/// Memory for the contents of a report's lines and sentences, which live as long as it does.
final class ContentsMemory {
    private let printedOffset: Int

    init(printedOffset: Int) { self.printedOffset = printedOffset }

    private var chunks: [UnsafeMutablePointer<UInt64>] = []
    private var used = ContentsMemory.chunk
    private static let chunk = 32

    private var hintChunks: [UnsafeMutableBufferPointer<Vocabulary.Hint>] = []
    private var usedHints = 0
    private static let hintChunk = 2048

    deinit {
        for chunk in chunks { chunk.deallocate() }
        for chunk in hintChunks { chunk.deallocate() }
    }

    /// Sentences beyond which nothing is noted any more: no report has so many, and what is noted takes more room than they.
    private static let most = 1 << 17
    private lazy var rest = unknown()
    var isFull: Bool { chunks.count * Self.chunk > Self.most }

    /// Contents that hold nothing yet.
    func next() -> Contents { isFull ? rest : fresh() }

    private func fresh() -> Contents {
        if used == Self.chunk {
            let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.chunk * Contents.words)
            memory.initialize(repeating: 0, count: Self.chunk * Contents.words)
            chunks.append(memory)
            used = 0
        }
        let memory = chunks[chunks.count - 1] + used * Contents.words
        used += 1
        memory[CharacterFilter.words + 3] = UInt64(printedOffset)
        memory[CharacterFilter.words + 4] = 1
        return Contents(memory)
    }

    /// Contents that may hold anything.
    func unknown() -> Contents {
        let contents = fresh(), memory = chunks[chunks.count - 1] + (used - 1) * Contents.words
        memory.update(repeating: .max, count: CharacterFilter.words)
        memory[CharacterFilter.words + 4] = 0
        return contents
    }

    /// Room for as many hints, of which those that are kept stay where they are.
    func room(forHints count: Int) -> UnsafeMutablePointer<Vocabulary.Hint> {
        if hintChunks.last.map({ $0.count - usedHints < count }) ?? true {
            hintChunks.append(.allocate(capacity: max(count, Self.hintChunk)))
            usedHints = 0
        }
        return hintChunks[hintChunks.count - 1].baseAddress! + usedHints
    }

    func keep(hints count: Int) { if !isFull { usedHints += count } }
}
