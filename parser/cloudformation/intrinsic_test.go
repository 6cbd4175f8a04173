package cloudformation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

const reference = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-"

// What each intrinsic function gives, by its page in the reference. What is in
// brackets is unknown, for that reason.
var intrinsics = []struct{ page, expression, want string }{
	{"ref", "!Ref Text", "hello"},
	{"ref", "{Ref: Number}", "7"},
	{"ref", "!Ref Words", "[a, b, c]"},
	{"ref", "!Ref AWS::NoValue", "not set"},
	{"ref", "!Ref AWS::Region", "[depends on AWS::Region]"},
	{"ref", "!Ref Other", "[depends on Other, known after deployment]"},
	{"ref", "!Ref Open", "[the parameter Open has no value here]"},
	{"getatt", "!GetAtt Other.Endpoint.Address", "[depends on Other.Endpoint.Address, known after deployment]"},
	{"getatt", "{'Fn::GetAtt': [Other, !Ref Attribute]}", "[depends on Other.Arn, known after deployment]"},
	{"getatt", "!GetAtt Net.CidrBlock", "10.7.0.0/16"},
	{"getatt", "!GetAtt Round.CidrBlock", "[depends on Round.CidrBlock, known after deployment]"},
	{"getatt", "!GetAtt Net.DefaultSecurityGroup", "[depends on Net.DefaultSecurityGroup, known after deployment]"},
	{"getatt", "!GetAtt Part.VpcId", "[depends on Net, known after deployment]"},
	{"getatt", "!GetAtt Part.AvailabilityZone", "[depends on Part.AvailabilityZone, known after deployment]"},
	{"sub", "!Sub 'say ${Text}'", "say hello"},
	{"sub", "!Sub '${ Text }'", "hello"},
	{"sub", "!Sub '${!Text}'", "${Text}"},
	{"sub", "!Sub ['${A} and ${Text}', {A: !Ref Number, Text: mine}]", "7 and mine"},
	{"sub", "!Sub 'arn:${AWS::Partition}:s3:::x'", "[depends on AWS::Partition]"},
	{"join", "!Join [':', [a, b, c]]", "a:b:c"},
	{"join", "!Join ['-', !Ref Words]", "a-b-c"},
	{"join", "!Join [',', [a, !Ref AWS::NoValue, b]]", "a,b"},
	{"select", "!Select [1, [apples, grapes, oranges]]", "grapes"},
	{"select", "!Select ['0', !Ref Words]", "a"},
	{"split", "!Split ['|', 'a|b|c']", "[a, b, c]"},
	{"split", "!Split ['|', 'a||c|']", `[a, "", c, ""]`},
	{"findinmap", "!FindInMap [Sizes, prod, Small]", "4"},
	{"findinmap-enhancements", "!FindInMap [Sizes, none, Small, {DefaultValue: 0}]", "0"},
	{"findinmap-enhancements", "!FindInMap [Sizes, !Select [0, [prod]], Small]", "4"},
	{"cidr", "!Select [1, !Cidr ['192.168.0.0/24', 6, 5]]", "192.168.0.32/27"},
	{"getavailabilityzones", "!GetAZs ''", "[the zones of a region are known only there]"},
	{"base64", "{'Fn::Base64': AWS CloudFormation}", "QVdTIENsb3VkRm9ybWF0aW9u"},
	{"base64", "Fn::Base64: !Sub '${Text}'", "aGVsbG8="},
	{"importvalue", "!ImportValue elsewhere", "[is imported from another stack, as elsewhere]"},
	{"length", "{'Fn::Length': [1, 2, 3]}", "3"},
	{"length", "{'Fn::Length': !Ref Words}", "3"},
	{"ToJsonString", "{'Fn::ToJsonString': {key: value, list: [1, true]}}", `{"key":"value","list":[1,true]}`},
	{"conditions", "!If [Yes, a, b]", "a"},
	{"conditions", "!If [No, a, !Ref AWS::NoValue]", "not set"},
	{"conditions", "!If [NotNo, a, b]", "a"},
	{"conditions", "!If [Both, a, b]", "b"},
	{"conditions", "!If [Either, a, b]", "a"},
	{"conditions", "!If [NumberIsText, a, b]", "a"},
	{"conditions", "!If [Undecided, a, a]", "a"},
	{"conditions", "!If [Undecided, a, b]", "[depends on the condition Undecided: a when Undecided is true, b when Undecided is false]"},
	{"foreach", "{'Fn::ForEach::Loop': [X, [A, B], {'P${X}': '${X}'}]}", "{…}"},
	{"unknown", "{'Fn::Guess': [1]}", "[Fn::Guess is no known function]"},
}

const intrinsicsHead = `
Parameters:
  Text: {Type: String, Default: hello}
  Number: {Type: Number, Default: 7}
  Words: {Type: CommaDelimitedList, Default: "a, b,c"}
  Attribute: {Type: String, Default: Arn}
  Open: {Type: String}
Mappings:
  Sizes: {dev: {Small: 1}, prod: {Small: 4}}
Conditions:
  Yes: !Equals [!Ref Text, hello]
  No: !Equals [!Ref Text, HELLO]
  NotNo: !Not [!Condition No]
  Both: !And [!Condition Yes, !Condition No]
  Either: !Or [!Condition Yes, !Condition No]
  NumberIsText: !Equals [!Ref Number, "7"]
  Undecided: !Equals [!Ref Open, x]
Resources:
  Other: {Type: Test::Unit::Thing}
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Sub "10.${Number}.0.0/16"}}
  Round: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt Round.CidrBlock}}
  Part: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, AvailabilityZone: !Ref AWS::NoValue}}
  A:
    Type: Test::Unit::Thing
    Properties:
      P:
        `

func TestIntrinsics(t *testing.T) {
	for _, test := range intrinsics {
		t.Run(test.expression, func(t *testing.T) {
			scope, _, err := parse(t, "main.yaml", intrinsicsHead+test.expression+"\n")
			if err != nil {
				t.Fatal(err)
			}
			v := scope.Resource("A").At("P")
			got := v.String()
			if v.State == model.Unknown {
				got = "[" + v.Why.Reason + "]"
			}
			if got != test.want {
				t.Errorf("is %s, and %s%s.html says %s", got, reference, test.page, test.want)
			}
		})
	}
}

// What SAM makes of a resource, by its page on generated resources.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
func TestGeneratedBySAM(t *testing.T) {
	const function = "F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: h\n      Runtime: python3.13\n      CodeUri: s3://b/k\n"
	for _, test := range []struct{ page, resources, want string }{
		{"function", function, "F aws_lambda_function; FRole aws_iam_role"},
		{"function", function + "      Role: arn:aws:iam::111122223333:role/f\n", "F aws_lambda_function"},
		{"function", function + "      AutoPublishAlias: live\n", "F aws_lambda_function; FAliaslive aws_lambda_alias; FRole aws_iam_role; FVersion AWS::Lambda::Version"},
		{"function", function + "      FunctionUrlConfig: {AuthType: NONE}\n",
			"F aws_lambda_function; FRole aws_iam_role; FURLInvokeAllowPublicAccess aws_lambda_permission; FUrl aws_lambda_function_url; FUrlPublicPermissions aws_lambda_permission"},
		{"simpletable", "T:\n    Type: AWS::Serverless::SimpleTable\n", "T aws_dynamodb_table"},
		{"statemachine", "S:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: s3://b/k}\n",
			"S aws_sfn_state_machine; SRole aws_iam_role"},
		{"api", "A:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: live}\n",
			"A aws_api_gateway_rest_api; ADeployment aws_api_gateway_deployment; AliveStage aws_api_gateway_stage"},
		{"httpapi", "H:\n    Type: AWS::Serverless::HttpApi\n", "H aws_apigatewayv2_api; HApiGatewayDefaultStage aws_apigatewayv2_stage"},
		{"connector", "C:\n    Type: AWS::Serverless::Connector\n    Properties: {}\n", "C AWS::Serverless::Connector"},
		{"graphqlapi", "G:\n    Type: AWS::Serverless::GraphQLApi\n    Properties: {}\n", "G AWS::Serverless::GraphQLApi"},
	} {
		t.Run(test.page, func(t *testing.T) {
			scope, diags, err := parse(t, "main.yaml", "Transform: AWS::Serverless-2016-10-31\nResources:\n  "+test.resources)
			if err != nil {
				t.Fatal(err)
			}
			var made []string
			for _, r := range scope.Resources {
				made = append(made, r.Address+" "+r.Type)
			}
			slices.Sort(made)
			if got := strings.Join(made, "; "); got != test.want {
				t.Errorf("SAM makes %s\nwant      %s", got, test.want)
			}
			if strings.HasPrefix(test.want, "C ") || strings.HasPrefix(test.want, "G ") {
				expect(t, diags, "is not expanded: what SAM makes of it is not seen")
			}
		})
	}
}
