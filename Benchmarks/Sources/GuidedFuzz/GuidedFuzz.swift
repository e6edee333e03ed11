import MeetingParser

/// Coverage-guided fuzzing with libFuzzer, which the Swift toolchain brings along: see `.ci/fuzz --guided`.
///
/// libFuzzer finds inputs that reach new code by itself; any of them must give a record.
@main
struct GuidedFuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { data, size in
            let bytes = Array(UnsafeBufferPointer(start: data, count: size))
            _ = MeetingParser.parse(bytes, path: size % 2 == 0 ? "case.html" : "case.md", options: .init(evidence: true, text: true))
            return 0
        }
    }
}

/// libFuzzer's entry for programs with a main of their own (LLVM documentation, “Using libFuzzer as a library”).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
