package tenet.numeric.graph.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.VertexIds;

/** Writes edges by the ids of their ends, smaller end first. */
public final class EdgeWriter {
    private static final int BATCH = 1 << 15;

    private EdgeWriter() {
    }

    /**
     * Writes edges of a graph to a file: as CSV with a header when its name ends with .csv, as Matrix Market with .mtx, else
     * two ids a line; compressed when .gz follows.
     *
     * @param edges their numbers, in the order of writing
     */
    public static void write(Path file, Graph graph, IntStream edges) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(".gz");
        String plain = compressed ? name.substring(0, name.length() - 3) : name;
        try (OutputStream raw = Files.newOutputStream(file); OutputStream out = compressed ? new GZIPOutputStream(raw, 1 << 16) : raw) {
            if (plain.endsWith(".mtx")) matrixMarket(out, graph, edges);
            else if (plain.endsWith(".csv")) lines(out, graph, edges, "source,target\n", ',', false);
            else lines(out, graph, edges, "", ' ', false);
        }
    }

    /** Writes two ids a line. */
    public static void write(OutputStream out, Graph graph, IntStream edges) throws IOException {
        lines(out, graph, edges, "", ' ', false);
        out.flush();
    }

    /** The pattern of a symmetric matrix: its lower half, rows and columns from 1. */
    private static void matrixMarket(OutputStream out, Graph graph, IntStream edges) throws IOException {
        VertexIds ids = graph.ids();
        if (ids.size() > 0 && ids.id(0) < 1) throw new IOException("Matrix Market numbers vertices from 1, and this graph has a vertex " + ids.id(0));
        int[] all = edges.toArray();
        long n = ids.size() == 0 ? 0 : ids.id(ids.size() - 1);
        String head = "%%MatrixMarket matrix coordinate pattern symmetric\n" + n + " " + n + " " + all.length + "\n";
        lines(out, graph, IntStream.of(all), head, ' ', true);
    }

    private static void lines(OutputStream out, Graph graph, IntStream edges, String head, char between, boolean largerFirst) throws IOException {
        StringBuilder text = new StringBuilder(BATCH + 64).append(head);
        for (PrimitiveIterator.OfInt all = edges.iterator(); all.hasNext(); ) {
            int e = all.nextInt();
            long u = graph.ids().id(largerFirst ? graph.larger(e) : graph.smaller(e));
            long v = graph.ids().id(largerFirst ? graph.smaller(e) : graph.larger(e));
            text.append(u).append(between).append(v).append('\n');
            if (text.length() >= BATCH) {
                out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
