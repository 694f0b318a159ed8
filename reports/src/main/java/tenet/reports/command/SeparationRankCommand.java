package tenet.reports.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.separation.ProductNetwork;
import tenet.numeric.graph.separation.RankCertificate;
import tenet.numeric.graph.separation.SeparationBounds;
import tenet.numeric.graph.separation.SeparationRank;
import tenet.theorems.InvalidInput;

/** {@code tenet separation-rank}: how strongly a product network ties a set of vertices to the rest. */
@Command(name = "separation-rank", sortOptions = false,
        description = "Prints the separation rank of a graph neural network with product aggregation and random weights, on a small graph:"
                + " certified by a minor modulo a prime, exact over the rationals, beside its bounds by walk indices.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet graph grid 1 3 > path.txt",
            "  echo 0 2 > ends.txt",
            "  tenet separation-rank path.txt --set ends.txt --depth 2 --width 2",
            "  tenet separation-rank path.txt --set ends.txt --depth 2 --width 3 --target 1 \\",
            "      --certificate minor.json",
            "  tenet verify-rank minor.json"})
public final class SeparationRankCommand implements Callable<Integer> {
    private static final int LONGEST_POWER = 64;

    private final Console console;

    @Mixin
    private GraphInput input;

    @Option(names = "--set", required = true, paramLabel = "FILE", description = "The ids of the vertices in the set, between blanks, commas or line ends.")
    private Path setFile;

    @Option(names = "--depth", required = true, paramLabel = "L", description = "Layers, at least 1.")
    private int depth;

    @Option(names = "--width", paramLabel = "D", defaultValue = "2", description = "Hidden units (default: ${DEFAULT-VALUE}).")
    private int width;

    @Option(names = "--features", paramLabel = "D", description = "Numbers per vertex (default: as many as hidden units).")
    private Optional<Integer> features = Optional.empty();

    @Option(names = "--target", paramLabel = "T", description = "For a prediction about this vertex (default: about the whole graph).")
    private Optional<String> target = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the weights and points (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "512", description = "The largest matrix of values to try (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--terms", paramLabel = "N", defaultValue = "20000",
            description = "The largest polynomial to expand for the rank over the rationals (default: ${DEFAULT-VALUE}).")
    private int terms;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Write weights, rows, columns and determinant of the minor as JSON, for 'tenet verify-rank'.")
    private Optional<Path> certificateFile = Optional.empty();

    @Mixin
    private Help help;

    public SeparationRankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        if (depth < 1 || width < 1 || features.orElse(1) < 1 || limit < 1 || terms < 1)
            throw new InvalidInput("--depth, --width, --features, --limit and --terms are at least 1");
        OutputFiles.requireWritable(certificateFile);
        Graph graph = input.read(console);
        BitSet set = GraphInput.vertices(setFile, graph);
        if (set.isEmpty() || set.cardinality() == graph.vertices())
            throw new InvalidInput(setFile + ": the set has " + (set.isEmpty() ? "no" : "all") + " vertices, so there is nothing to separate");
        OptionalInt at = target.isEmpty() ? OptionalInt.empty() : OptionalInt.of(GraphInput.vertex(target.get(), graph, "--target"));
        ProductNetwork network = ProductNetwork.random(graph, depth, features.orElse(width), width, seed);
        SeparationRank separation = new SeparationRank(network, set, at);
        RankCertificate certificate = separation.certificate(limit, seed);
        if (!certificate.holds()) throw new IllegalStateException("the certificate of rank " + certificate.rank() + " does not hold");
        print(certificate, separation, SeparationBounds.of(network, set, at));
        if (certificateFile.isPresent()) MinorFile.write(certificate, certificateFile.get());
        return Exit.MET;
    }

    private void print(RankCertificate certificate, SeparationRank separation, SeparationBounds bounds) {
        PrintStream out = console.out();
        int rank = certificate.rank();
        out.println("walk index                " + bounds.walkIndex());
        out.println("separation rank mod p     " + (rank == limit ? "at least " : "") + rank + "   p = 2^31 - 1; a minor of that size has determinant "
                + certificate.determinant() + " mod p");
        Optional<SeparationRank.Coefficients> coefficients = separation.coefficients(terms);
        out.println("separation rank over Q    " + coefficients.map(all -> all.rank() + "   of the " + all.matrix().rows() + " x " + all.matrix().columns()
                + " matrix of coefficients").orElse("not tried: more than " + terms + " terms (--terms)"));
        BigInteger known = BigInteger.valueOf(coefficients.map(SeparationRank.Coefficients::rank).orElse(rank));
        out.println();
        out.println("bound                         value             over the rank");
        line(out, "upper, published (4)", power(bounds.publishedExponent()), ratio(bounds.publishedExponent(), known));
        line(out, "upper, ours (2)", power(bounds.doubledExponent()), ratio(bounds.doubledExponent(), known));
        line(out, "upper, ours (sum)", power(bounds.summedExponent()), ratio(bounds.summedExponent(), known));
        line(out, "lower, ours (multisets)", bounds.lower().toString(), quotient(new BigDecimal(bounds.lower()), known));
        line(out, "lower, published", bounds.publishedLower().map(bound -> new BigDecimal(bound).round(new MathContext(4)).toString())
                .orElse("not tried: more than 16 vertices"), bounds.publishedLower().map(bound -> quotient(new BigDecimal(bound), known)).orElse(""));
    }

    private static void line(PrintStream out, String name, String value, String slack) {
        out.println("%-28s  %-16s  %s".formatted(name, value, slack).stripTrailing());
    }

    private String power(BigInteger exponent) {
        return width + "^" + exponent + (exponent.bitLength() < 31 && exponent.intValue() * Math.log10(width) < 10
                ? " = " + BigInteger.valueOf(width).pow(exponent.intValue()) : "");
    }

    private String ratio(BigInteger exponent, BigInteger rank) {
        if (rank.signum() == 0) return "";
        if (exponent.bitLength() > LONGEST_POWER / 2 || exponent.longValue() > 10_000) return "";
        return quotient(new BigDecimal(BigInteger.valueOf(width).pow(exponent.intValue())), rank);
    }

    private static String quotient(BigDecimal bound, BigInteger rank) {
        if (rank.signum() == 0) return "";
        return bound.divide(new BigDecimal(rank), new MathContext(4)).stripTrailingZeros().toString();
    }
}
