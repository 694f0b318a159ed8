package tenet.properties.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InstanceBlock;
import tenet.theorems.Report;
import tenet.theorems.Source;

/**
 * The folder {@code .tenet-counterexamples} beside a user's file. {@code NAME.tenet} in it holds the counterexamples that
 * refuted claims of {@code NAME.tenet} which are not meant to be false, as {@link InstanceBlock}s: later checks replay
 * them first, so that a mistake that was made once is found at once when it comes back. It may be deleted at any time.
 */
public final class CounterexampleFolder {
    public static final String NAME = ".tenet-counterexamples";
    /** For each claim the latest ones are kept. */
    private static final int MOST = 10;

    private CounterexampleFolder() {
    }

    /** Where the counterexamples of this file are stored; empty for the library, which is not the user's. */
    public static Optional<Path> of(Source source) {
        Path file = Path.of(source.name());
        if (!Files.isRegularFile(file)) return Optional.empty();
        return Optional.of(file.resolveSibling(NAME).resolve(file.getFileName()));
    }

    /** Those written in the file itself, then the stored ones. */
    public static List<InstanceBlock> instances(Source source) {
        List<InstanceBlock> blocks = new ArrayList<>(InstanceBlock.of(source.name(), source.text()));
        of(source).ifPresent(file -> blocks.addAll(remembered(file)));
        return blocks;
    }

    private static List<InstanceBlock> remembered(Path file) {
        try {
            return stored(file);
        } catch (IOException unreadable) {
            // Memory of earlier runs only: without it the samples find what they find.
            return List.of();
        }
    }

    private static List<InstanceBlock> stored(Path file) throws IOException {
        return Files.isRegularFile(file) ? InstanceBlock.of(file.toString(), Files.readString(file)) : List.of();
    }

    /**
     * Adds what this run found.
     *
     * @return where it was stored; empty when there was nothing new
     * @throws IOException when the folder cannot be written, or what it holds cannot be read: it is not overwritten
     */
    public static Optional<Path> store(Source source, Report report) throws IOException {
        Optional<Path> file = of(source);
        if (file.isEmpty()) return Optional.empty();
        List<InstanceBlock> before = stored(file.get());
        List<InstanceBlock> after = new ArrayList<>(before);
        for (Claim claim : source.document().claims()) {
            if (claim.kind() == Claim.Kind.FALSE_CLAIM) continue;
            for (Finding finding : report.findings())
                if (finding.claim().equals(claim))
                    for (Evidence.Refutation refutation : finding.evidence(Evidence.Refutation.class)) {
                        // The simplest last, hence first below.
                        refutation.worst().ifPresent(worst -> add(claim, worst, file.get(), after));
                        add(claim, refutation.simplest(), file.get(), after);
                    }
        }
        List<String> kept = after.stream().map(InstanceBlock::text).toList();
        if (kept.equals(before.stream().map(InstanceBlock::text).toList())) return Optional.empty();
        Files.createDirectories(file.get().getParent());
        Files.writeString(file.get(), "# Counterexamples that 'tenet check' found. They are replayed first; this file may be deleted.\n"
                + String.join("", kept), StandardCharsets.UTF_8);
        return file;
    }

    private static void add(Claim claim, Counterexample counterexample, Path file, List<InstanceBlock> blocks) {
        if (counterexample.instance().isEmpty()) return;
        InstanceBlock block = new InstanceBlock(claim.id(), file.toString(), 0, counterexample.instance());
        if (blocks.stream().anyMatch(other -> other.text().equals(block.text()))) return;
        blocks.addFirst(block);
        List<InstanceBlock> same = blocks.stream().filter(other -> other.claim().equals(claim.id())).toList();
        if (same.size() > MOST) blocks.removeAll(same.subList(MOST, same.size()));
    }
}
