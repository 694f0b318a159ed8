package tenet.reports.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import tenet.reports.model.DependencyGraph;

/** Where nodes and edges of a dependency graph go: layered from left to right, what is cited before what cites it. */
public record GraphDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final double LETTER = 7.3;
    private static final int HEIGHT = 26;

    public GraphDrawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A node with its upper left corner. */
    public record Box(DependencyGraph.Node node, int x, int y, int width, int height) {
    }

    /** @param path in the syntax of SVG */
    public record Line(String from, String to, String path) {
    }

    /** The same drawing for the same graph. */
    public static GraphDrawing of(DependencyGraph graph) {
        if (graph.nodes().isEmpty()) return new GraphDrawing(0, 0, List.of(), List.of());
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredOptions());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.ASPECT_RATIO, 1.3);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(8));
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 10.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 48.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 8.0);
        Map<String, ElkNode> nodes = new HashMap<>();
        for (DependencyGraph.Node node : graph.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(Math.ceil(20 + LETTER * node.id().length()), HEIGHT);
            nodes.put(node.id(), box);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (DependencyGraph.Edge edge : graph.edges()) edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to())));
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        List<Box> boxes = graph.nodes().stream().map(node -> {
            ElkNode box = nodes.get(node.id());
            return new Box(node, round(box.getX()), round(box.getY()), round(box.getWidth()), round(box.getHeight()));
        }).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++)
            for (ElkEdgeSection section : edges.get(i).getSections())
                lines.add(new Line(graph.edges().get(i).from(), graph.edges().get(i).to(), path(section)));
        return new GraphDrawing(round(root.getWidth()), round(root.getHeight()), boxes, lines);
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }

    private static String path(ElkEdgeSection section) {
        List<String> points = Stream.concat(Stream.concat(Stream.of(point(section.getStartX(), section.getStartY())),
                section.getBendPoints().stream().map(bend -> point(bend.getX(), bend.getY()))),
                Stream.of(point(section.getEndX(), section.getEndY()))).toList();
        return "M" + String.join("L", points);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%d %d", round(x), round(y));
    }
}
