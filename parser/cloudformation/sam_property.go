package cloudformation

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// samTypes are the properties that SAM's resources have, and the type that each
// becomes.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
var samTypes = [...]struct{ typ, plain, properties string }{
	{"Api", "AWS::ApiGateway::RestApi", "AccessLogSetting AlwaysDeploy ApiKeySourceType Auth BinaryMediaTypes CacheClusterEnabled " +
		"CacheClusterSize CanarySetting Cors DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint Domain " +
		"EndpointAccessMode EndpointConfiguration FailOnWarnings GatewayResponses MergeDefinitions MethodSettings " +
		"MinimumCompressionSize Mode Models Name OpenApiVersion Policy PropagateTags SecurityPolicy StageName Tags " +
		"TracingEnabled Variables"},
	{"Application", "AWS::CloudFormation::Stack", "Location NotificationARNs Parameters Tags TimeoutInMinutes"},
	{"Function", "AWS::Lambda::Function", "Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties " +
		"AutoPublishCodeSha256 CapacityProviderConfig CodeSigningConfigArn CodeUri DeadLetterQueue DeploymentPreference " +
		"Description DurableConfig Environment EphemeralStorage EventInvokeConfig Events FileSystemConfigs FunctionName " +
		"FunctionScalingConfig FunctionUrlConfig Handler ImageConfig ImageUri InlineCode KmsKeyArn Layers LoggingConfig " +
		"MemorySize PackageType PermissionsBoundary Policies PropagateTags ProvisionedConcurrencyConfig " +
		"PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions Role RolePath Runtime RuntimeManagementConfig " +
		"SnapStart SourceKMSKeyArn Tags TenancyConfig Timeout Tracing VersionDeletionPolicy VersionDescription VpcConfig"},
	{"HttpApi", "AWS::ApiGatewayV2::Api", "AccessLogSettings Auth CorsConfiguration DefaultRouteSettings DefinitionBody DefinitionUri " +
		"Description DisableExecuteApiEndpoint Domain FailOnWarnings Name PropagateTags RouteSettings StageName StageVariables Tags"},
	{"LayerVersion", "AWS::Lambda::LayerVersion", "CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName " +
		"LicenseInfo PublishLambdaVersion RetentionPolicy"},
	{"SimpleTable", "AWS::DynamoDB::Table", "PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput SSESpecification " +
		"TableName Tags"},
	{"StateMachine", "AWS::StepFunctions::StateMachine", "AutoPublishAlias Definition DefinitionSubstitutions DefinitionUri " +
		"DeploymentPreference Events Logging Name PermissionsBoundary Policies PropagateTags Role RolePath Tags Tracing Type " +
		"UseAliasAsEventTarget"},
}

// meant takes the properties that a resource of SAM's does not have for what is
// meant by them, and tells of them: SAM refuses them. One is spelled otherwise,
// another is that of the type that the resource becomes.
func (e *sam) meant(r *serverlessResource) {
	i := slices.IndexFunc(samTypes[:], func(t struct{ typ, plain, properties string }) bool { return t.typ == r.typ })
	if i < 0 || isCall(r.props) {
		return
	}
	known := strings.Fields(samTypes[i].properties)
	kept := slices.Clone(r.props.members)
	for n, m := range r.props.members {
		if slices.Contains(known, m.key) || strings.HasPrefix(m.key, "Fn::") || m.doubtful != "" {
			continue
		}
		if alike := spelledAlike(m.key, known); alike != "" && r.props.get(alike) == nil {
			e.diags.Warnf(m.at, "%s%s has no property %s: %s is meant", serverlessPrefix, r.typ, m.key, alike)
			kept[n].key, kept[n].value = alike, m.value.called(m.key)
			continue
		}
		if vocabulary.CloudFormation(samTypes[i].plain).Property(m.key) != nil {
			e.diags.Warnf(m.at, "%s%s has no property %s: it is taken for that of %s", serverlessPrefix, r.typ, m.key, samTypes[i].plain)
			r.plain = append(r.plain, m)
			continue
		}
		e.diags.Warnf(m.at, "%s%s has no property %s that is known here: what it stands for is not seen", serverlessPrefix, r.typ, m.key)
	}
	props := *r.props
	props.members = kept
	r.props = &props
}

// spelledAlike is the name that differs in the case of letters alone, or in being of
// one or of several.
func spelledAlike(name string, known []string) string {
	for _, k := range known {
		if strings.EqualFold(k, name) || strings.EqualFold(k+"s", name) || strings.EqualFold(k, name+"s") {
			return k
		}
	}
	return ""
}
