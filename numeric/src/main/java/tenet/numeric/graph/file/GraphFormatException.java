package tenet.numeric.graph.file;

import java.util.List;

/** A file is not the graph it should be. The message has one line for each problem, with its place. */
public final class GraphFormatException extends Exception {
    public GraphFormatException(List<String> problems) {
        super(String.join("\n", problems));
    }

    public GraphFormatException(String problem) {
        super(problem);
    }
}
