package tenet.reports.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of one form. Whatever a template prints is escaped for the form unless a class of this module marked it
 * as code, so no text of an author is ever read as code. Numbers and order do not depend on the locale.
 */
public final class Templates {
    private final Configuration configuration;

    private Templates(String folder, OutputFormat format, boolean squareBrackets) {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "/tenet/reports/" + folder);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setRegisteredCustomOutputFormats(List.of(LatexOutputFormat.INSTANCE));
        configuration.setOutputFormat(format);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        if (squareBrackets) {
            configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
            configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        }
    }

    public static Templates html() {
        return new Templates("html", HTMLOutputFormat.INSTANCE, false);
    }

    /** Tags are in square brackets, which fight neither braces nor the number sign. */
    public static Templates latex() {
        return new Templates("latex", LatexOutputFormat.INSTANCE, true);
    }

    /** The template filled in. */
    public String text(String name, Map<String, ?> model) {
        try {
            StringWriter out = new StringWriter();
            configuration.getTemplate(name).process(model, out);
            return out.toString();
        } catch (IOException | TemplateException broken) {
            throw new IllegalStateException("the template " + name + " is broken", broken);
        }
    }
}
