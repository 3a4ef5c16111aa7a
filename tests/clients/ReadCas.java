import java.io.FileInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Reads XMI as UIMA's own programs do, strictly; prints a line an annotation: type, begin, end, text, its features. */
class ReadCas {
    public static void main(String[] paths) throws Exception {
        TypeSystemDescription types =
            UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(paths[0]));
        CAS cas = CasCreationUtils.createCas(types, null, null);
        try (FileInputStream file = new FileInputStream(paths[1])) {
            XmiCasDeserializer.deserialize(file, cas, false);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (AnnotationFS one : cas.getAnnotationIndex()) {
            out.print(one.getType().getName() + "\t" + one.getBegin() + "\t" + one.getEnd());
            out.print("\t" + hex(one.getCoveredText()));
            for (Feature feature : one.getType().getFeatures()) {
                if (feature.getRange().isPrimitive()) {
                    String value = one.getFeatureValueAsString(feature);
                    out.print("\t" + feature.getShortName() + "=" + hex(value == null ? "" : value));
                } else if (one.getFeatureValue(feature) instanceof AnnotationFS end) {
                    FeatureStructure held = end;
                    Feature uid = held.getType().getFeatureByBaseName("uid");
                    out.print("\t" + feature.getShortName() + "=" + hex(held.getStringValue(uid)));
                }
            }
            out.println();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
