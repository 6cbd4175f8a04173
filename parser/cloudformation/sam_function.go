package cloudformation

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// lambda is a function of SAM while it is expanded.
type lambda struct {
	*sam
	serverlessResource
	// target is the ARN that events call, callee the name that permissions are
	// for: of the function, or of its alias.
	target, callee *node
	// managed and policies are what its role has.
	managed, policies []*node
}

func (e *sam) function(r serverlessResource) {
	f := &lambda{sam: e, serverlessResource: r, target: attrNode(r.id(), "Arn", r.place()), callee: refNode(r.id(), r.place())}
	f.alias()
	f.main()
	f.url()
	f.invocation()
	f.answer()
	f.role()
}

const functionProperties = "FunctionName Description Handler Runtime MemorySize Timeout Environment KmsKeyArn Layers PackageType " +
	"ImageConfig Architectures EphemeralStorage VpcConfig ReservedConcurrentExecutions FileSystemConfigs CodeSigningConfigArn " +
	"SnapStart RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn DurableConfig TenancyConfig CapacityProviderConfig " +
	"Role Tracing>TracingConfig.Mode"

func (f *lambda) main() {
	p := f.props
	props := pass(objectNode(p.at), p, functionProperties)
	if p.get("Role") == nil {
		props.with("Role", attrNode(f.id()+"Role", "Arn", f.place()))
	}
	if queue := p.get("DeadLetterQueue"); queue != nil {
		props.with("DeadLetterConfig", objectNode(queue.at).with("TargetArn", queue.get("TargetArn")).called("DeadLetterQueue"))
		f.policy("DeadLetterQueuePolicy", queue.at, statement(queue.at, sendTo(queue.get("Type").word()), queue.get("TargetArn")))
	}
	switch {
	case p.get("InlineCode") != nil:
		props.with("Code", objectNode(p.get("InlineCode").at).with("ZipFile", p.get("InlineCode").called("InlineCode")))
	case p.get("ImageUri") != nil:
		props.with("Code", objectNode(p.get("ImageUri").at).with("ImageUri", p.get("ImageUri").called("ImageUri")))
	default:
		props.with("Code", code(p.get("CodeUri"), "CodeUri"))
	}
	f.make(f.id(), "AWS::Lambda::Function", f.place(), f.serverlessResource, props.with("Tags", tags(p.get("Tags"))))
}

func sendTo(kind string) string {
	if kind == "SNS" {
		return "sns:Publish"
	}
	return "sqs:SendMessage"
}

// alias is what AutoPublishAlias makes: a version, and an alias that calls go to.
func (f *lambda) alias() {
	name := f.props.get("AutoPublishAlias")
	if name == nil {
		return
	}
	text, _ := textOf(f.evalHere(name, model.Origin{}))
	version, id := f.id()+"Version", f.id()+"Alias"+text
	f.make(version, "AWS::Lambda::Version", name.at, f.serverlessResource,
		objectNode(name.at).with("FunctionName", refNode(f.id(), name.at)))
	props := objectNode(name.at).with("Name", name).with("FunctionName", refNode(f.id(), name.at)).
		with("FunctionVersion", attrNode(version, "Version", name.at))
	f.make(id, "AWS::Lambda::Alias", name.at, f.serverlessResource, pass(props, f.props, "ProvisionedConcurrencyConfig"))
	f.dotted[f.id()+".Version"], f.dotted[f.id()+".Alias"] = version, id
	f.target, f.callee = refNode(id, name.at), refNode(id, name.at)
}

// url makes the function's own address, open to anybody where it asks for no
// authentication.
func (f *lambda) url() {
	config := f.props.get("FunctionUrlConfig")
	if config == nil {
		return
	}
	props := pass(objectNode(config.at), config, "AuthType Cors InvokeMode")
	props.with("TargetFunctionArn", refNode(f.id(), config.at))
	props.with("Qualifier", f.props.get("AutoPublishAlias"))
	f.make(f.id()+"Url", "AWS::Lambda::Url", config.at, f.serverlessResource, props)
	kind := config.get("AuthType")
	if kind.word() != "NONE" {
		return
	}
	at := kind.at
	anybody := func(action string) *node {
		return objectNode(at).with("Action", textNode(action, at)).with("FunctionName", f.callee).with("Principal", textNode("*", at))
	}
	f.make(f.id()+"UrlPublicPermissions", "AWS::Lambda::Permission", at, f.serverlessResource,
		anybody("lambda:InvokeFunctionUrl").with("FunctionUrlAuthType", kind))
	f.make(f.id()+"URLInvokeAllowPublicAccess", "AWS::Lambda::Permission", at, f.serverlessResource,
		anybody("lambda:InvokeFunction").with("InvokedViaFunctionUrl", wordNode("true", at)))
}

func (f *lambda) invocation() {
	config := f.props.get("EventInvokeConfig")
	if config == nil {
		return
	}
	props := pass(objectNode(config.at), config, "MaximumRetryAttempts MaximumEventAgeInSeconds")
	qualifier := textNode("$LATEST", config.at)
	if name := f.props.get("AutoPublishAlias"); name != nil {
		qualifier = name
	}
	if destinations := config.get("DestinationConfig"); destinations != nil {
		props.with("DestinationConfig", f.destinations(destinations))
	}
	props.with("FunctionName", refNode(f.id(), config.at)).with("Qualifier", qualifier)
	f.make(f.id()+"EventInvokeConfig", "AWS::Lambda::EventInvokeConfig", config.at, f.serverlessResource, props)
}

// destinations are what CloudFormation says of them: SAM also asks what kind they are,
// and makes the queue or the topic that is not named.
func (f *lambda) destinations(config *node) *node {
	all := objectNode(config.at)
	for _, outcome := range [...]string{"OnSuccess", "OnFailure"} {
		of := config.get(outcome)
		if of == nil {
			continue
		}
		target := of.get("Destination")
		if made := f.id() + "EventInvokeConfig" + outcome; target == nil {
			switch of.get("Type").word() {
			case "SQS":
				target = attrNode(made+"Queue", "Arn", of.at)
				f.make(made+"Queue", "AWS::SQS::Queue", of.at, f.serverlessResource, objectNode(of.at))
			case "SNS":
				target = refNode(made+"Topic", of.at)
				f.make(made+"Topic", "AWS::SNS::Topic", of.at, f.serverlessResource, objectNode(of.at))
			}
		}
		all.with(outcome, objectNode(of.at).with("Destination", target))
	}
	return all
}

// role makes the role of a function that names none.
func (f *lambda) role() {
	p := f.props
	if p.get("Role") != nil {
		return
	}
	managed := []*node{managedPolicy("AWSLambdaBasicExecutionRole", f.place())}
	if tracing := p.get("Tracing"); tracing.word() == "Active" {
		managed = append(managed, managedPolicy("AWSXrayWriteOnlyAccess", tracing.at))
	}
	if vpc := p.get("VpcConfig"); vpc != nil {
		managed = append(managed, managedPolicy("AWSLambdaVPCAccessExecutionRole", vpc.at))
	}
	b := &roleBuilder{sam: f.sam, of: f.serverlessResource, id: f.id() + "Role", service: "lambda.amazonaws.com"}
	b.managed = managed
	b.policies = f.policies
	b.add(p.get("Policies"))
	b.managed = append(b.managed, f.managed...)
	b.build()
}

// policy adds a policy that the function needs for one of its properties.
func (f *lambda) policy(name string, at model.Range, statements ...*node) {
	f.policies = append(f.policies, inlinePolicy(textNode(name, at), document(at, statements...), at))
}

func statement(at model.Range, action string, resource *node) *node {
	return objectNode(at).with("Effect", textNode("Allow", at)).with("Action", textNode(action, at)).with("Resource", resource)
}

func document(at model.Range, statements ...*node) *node {
	return objectNode(at).with("Version", textNode("2012-10-17", at)).with("Statement", listNode(at, statements...))
}

func inlinePolicy(name, document *node, at model.Range) *node {
	return objectNode(at).with("PolicyName", name).with("PolicyDocument", document)
}

// managedPolicy is the ARN of a policy that AWS keeps. The partition is left at
// the usual one: what counts is which policy it is.
func managedPolicy(name string, at model.Range) *node {
	if strings.HasPrefix(name, "arn:") {
		return textNode(name, at)
	}
	if strings.HasPrefix(name, "AWSLambda") && strings.HasSuffix(name, "Role") {
		name = "service-role/" + name
	}
	return textNode("arn:aws:iam::aws:policy/"+name, at)
}
