/** The contract application as a named module. */
module io.homeport.contract.bench {
    requires jdk.jfr;
    requires org.apache.tomcat.embed.core;

    opens io.homeport.contract.bench to
            org.apache.tomcat.embed.core;
}
